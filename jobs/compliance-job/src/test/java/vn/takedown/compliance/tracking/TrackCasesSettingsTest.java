package vn.takedown.compliance.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import vn.takedown.compliance.config.TimeSettings;
import vn.takedown.compliance.document.CaseDocument;
import vn.takedown.compliance.event.EventEnvelope;
import vn.takedown.compliance.event.InputTopic;
import vn.takedown.compliance.event.Lateness;
import vn.takedown.compliance.event.ProviderKey;
import vn.takedown.compliance.event.RecordOrigin;
import vn.takedown.compliance.source.ReferenceUpdate;
import vn.takedown.model.event.Action;
import vn.takedown.model.event.Category;
import vn.takedown.model.event.ControlStatus;
import vn.takedown.model.event.Observation;
import vn.takedown.model.event.ObservationStatus;
import vn.takedown.model.event.RequestIssued;
import vn.takedown.model.event.RequestSource;
import vn.takedown.model.event.TakedownEvent;
import vn.takedown.model.event.Urgency;
import vn.takedown.model.event.Vantage;

/** The job goes on from its state with other settings than those it was written with. */
@SuppressWarnings("try") // harnesses declare that closing may throw anything
class TrackCasesSettingsTest {

    private static final long START = Instant.parse("2026-03-01T00:00:00Z").toEpochMilli();
    private static final String TARGET = "0123456789abcdef".repeat(4);

    @Test
    void aClosedTargetThatIsWatchedForLongerFromNowOnIsStillWokenByEvents() throws Exception {
        OperatorSubtaskState state;
        try (var before = operator(10)) {
            before.open();
            arrive(before, issued("first", 0));
            for (int hour = 97; hour <= 105; hour += 4) {
                arrive(before, down(hour));
            }
            pass(before, 24 * 12);
            state = before.snapshot(1, 1);
        }
        try (var after = operator(20)) {
            after.initializeState(state);
            after.open();
            pass(after, 24 * 16);
            pass(after, 24 * 27);
            arrive(after, issued("second", 24 * 28));
            pass(after, 24 * 29);

            List<CaseDocument> documents = after.extractOutputValues();
            assertThat(documents).extracting(CaseDocument::requestId).contains("second");
        }
    }

    /** Time and a checkpoint, before which all that is at hand is written. */
    private static void pass(
            KeyedTwoInputStreamOperatorTestHarness<
                            ProviderKey, EventEnvelope, ReferenceUpdate, CaseDocument>
                    operator,
            int hours)
            throws Exception {
        operator.processBothWatermarks(new Watermark(hours(hours)));
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
            TakedownEvent event)
            throws Exception {
        InputTopic topic =
                event instanceof Observation ? InputTopic.OBSERVATIONS : InputTopic.REQUESTS;
        operator.processElement1(
                new EventEnvelope(event, new RecordOrigin(topic, 0, 0), Lateness.IN_TIME, null),
                event.occurredAt());
    }

    private static long hours(long hours) {
        return START + Duration.ofHours(hours).toMillis();
    }

    private static RequestIssued issued(String requestId, int hour) {
        return new RequestIssued(
                "issued-" + requestId,
                hours(hour),
                requestId,
                "item",
                "provider",
                TARGET,
                Action.REMOVE,
                Category.CSAM,
                Urgency.STANDARD,
                "authority",
                RequestSource.HOTLINE_111,
                null,
                null,
                null);
    }

    private static Observation down(int hour) {
        return new Observation(
                "down-" + hour,
                hours(hour),
                "provider",
                TARGET,
                ObservationStatus.DOWN_HARD,
                new Vantage("vantage-" + hour % 3, "VN", 64500),
                ControlStatus.UNKNOWN,
                null,
                null);
    }
}
