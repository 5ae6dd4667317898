package vn.takedown.compliance.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.takedown.compliance.event.Envelopes.hour;
import static vn.takedown.compliance.event.Envelopes.issued;
import static vn.takedown.compliance.event.Envelopes.seen;

import java.time.Duration;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import vn.takedown.compliance.config.TimeSettings;
import vn.takedown.compliance.document.CaseDocument;
import vn.takedown.compliance.event.EventEnvelope;
import vn.takedown.compliance.event.ProviderKey;
import vn.takedown.compliance.source.ReferenceUpdate;
import vn.takedown.model.event.ObservationStatus;

/** The job goes on from its state with other settings than those it was written with. */
@SuppressWarnings("try") // harnesses declare that closing may throw anything
class TrackCasesSettingsTest {

    @Test
    void aClosedTargetThatIsWatchedForLongerFromNowOnIsStillWokenByEvents() throws Exception {
        OperatorSubtaskState state;
        try (var before = operator(10)) {
            before.open();
            arrive(before, issued("issued first", 0, "first"));
            for (int hour = 97; hour <= 105; hour += 4) {
                arrive(
                        before,
                        seen(
                                "down " + hour,
                                hour,
                                ObservationStatus.DOWN_HARD,
                                "vantage " + hour % 3));
            }
            pass(before, 24 * 12);
            state = before.snapshot(1, 1);
        }
        try (var after = operator(20)) {
            after.initializeState(state);
            after.open();
            pass(after, 24 * 16);
            pass(after, 24 * 27);
            arrive(after, issued("issued second", 24 * 28, "second"));
            pass(after, 24 * 29);

            List<CaseDocument> documents = after.extractOutputValues();
            assertThat(documents).extracting(CaseDocument::itemId).contains("second");
        }
    }

    /** Time and a checkpoint, before which all that is at hand is written. */
    private static void pass(
            KeyedTwoInputStreamOperatorTestHarness<
                            ProviderKey, EventEnvelope, ReferenceUpdate, CaseDocument>
                    operator,
            int hours)
            throws Exception {
        operator.processBothWatermarks(new Watermark(hour(hours)));
        operator.getOperator().prepareSnapshotPreBarrier(1);
    }

    private static KeyedTwoInputStreamOperatorTestHarness<
                    ProviderKey, EventEnvelope, ReferenceUpdate, CaseDocument>
            operator(int watchedDays) throws Exception {
        TimeSettings times =
                new TimeSettings(
                        TimeSettings.DEFAULT.watermarkBound(),
                        TimeSettings.DEFAULT.allowedLateness(),
                        TimeSettings.DEFAULT.refreshInterval(),
                        Duration.ofDays(watchedDays),
                        false);
        var operator =
                new KeyedTwoInputStreamOperatorTestHarness<>(
                        new TrackCases(times, 10), EventEnvelope::target, null, ProviderKey.TYPE);
        operator.setStateBackend(new EmbeddedRocksDBStateBackend());
        return operator;
    }

    private static void arrive(
            KeyedTwoInputStreamOperatorTestHarness<
                            ProviderKey, EventEnvelope, ReferenceUpdate, CaseDocument>
                    operator,
            EventEnvelope envelope)
            throws Exception {
        operator.processElement1(envelope, envelope.event().occurredAt());
    }
}
