package vn.takedown.compliance.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.takedown.compliance.config.TimeSettings;
import vn.takedown.compliance.document.CoverageDocument;
import vn.takedown.compliance.source.ReferenceUpdate;
import vn.takedown.compliance.tracking.CutOff;
import vn.takedown.model.coverage.CoverageChange;
import vn.takedown.model.coverage.HourTally;
import vn.takedown.model.event.ObservationStatus;

@SuppressWarnings("try") // harnesses declare that closing may throw anything
class RollUpCoverageTest {

    private static final long END_OF_INPUT = Watermark.MAX_WATERMARK.getTimestamp();
    private static final long START = HourTally.hourOf(1_778_400_000_000L);

    private KeyedBroadcastOperatorTestHarness<
                    String, CoverageChange, ReferenceUpdate, CoverageDocument>
            operator;

    @BeforeEach
    void start() throws Exception {
        operator = operator();
        operator.open();
    }

    @AfterEach
    void stop() throws Exception {
        operator.close();
    }

    private static KeyedBroadcastOperatorTestHarness<
                    String, CoverageChange, ReferenceUpdate, CoverageDocument>
            operator() throws Exception {
        return new KeyedBroadcastOperatorTestHarness<>(
                new CoBroadcastWithKeyedOperator<>(
                        new RollUpCoverage(TimeSettings.DEFAULT), List.of(CutOff.STATE)),
                CoverageChange::providerId,
                Types.STRING,
                128,
                1,
                0);
    }

    @Test
    void anHourIsShownWithinTheRefreshInterval() throws Exception {
        operator.watermark(START);
        arrive(0, HourTally::entered, HourTally::opened, HourTally::observed);
        operator.watermark(START + Duration.ofMinutes(30).toMillis());

        assertThat(newest().id()).isEqualTo("2026-05-10T08:00:00.000Z|provider");
        assertThat(newest().coverage().coverage()).isEqualTo(1);
    }

    @Test
    void aSilentHourIsShownOnceItIsKnownThatItBeganWithOpenCases() throws Exception {
        arrive(0, HourTally::entered, HourTally::opened);
        operator.watermark(hour(1) + Duration.ofMinutes(29).toMillis());
        assertThat(newest().coverage().hour()).isEqualTo(hour(0));

        operator.watermark(hour(2));
        assertThat(newest().coverage().hour()).isEqualTo(hour(1));
        assertThat(newest().coverage().coverage()).isZero();
    }

    @Test
    void theEndOfTheInputShowsEveryHourUpToTheLastHeartbeat() throws Exception {
        arrive(0, HourTally::entered, HourTally::opened);
        heartbeat(hour(3) + 1);
        operator.watermark(END_OF_INPUT);

        assertThat(operator.extractOutputValues())
                .extracting(document -> document.coverage().hour())
                .containsExactly(hour(0), hour(1), hour(2), hour(3));
        assertThat(newest().updatedAt()).isEqualTo(hour(3) + 1);
    }

    @Test
    void whatWasCountedAfterTheAllowedLatenessHasPassedIsNoLongerKept() throws Exception {
        arrive(0, HourTally::entered, HourTally::opened, HourTally::closed);
        operator.watermark(hour(1));
        assertThat(operator.numEventTimeTimers()).isEqualTo(1);

        operator.watermark(hour(26));
        assertThat(operator.numEventTimeTimers()).isZero();
        assertThat(operator.extractOutputValues()).hasSize(1);
    }

    @Test
    void anHourGoesOnAfterARestart() throws Exception {
        arrive(0, HourTally::entered, HourTally::opened);
        operator.watermark(hour(1));
        long before = newest().coverage().revision();
        OperatorSubtaskState state = operator.snapshot(1, 1);
        try (var restored = operator()) {
            restored.initializeState(state);
            restored.open();
            restored.processElement(
                    change(
                            0,
                            HourTally::observed,
                            tally -> tally.seen(ObservationStatus.UP, hour(0) + 5, true)),
                    0);
            restored.watermark(END_OF_INPUT);

            CoverageDocument document = restored.extractOutputValues().get(0);
            assertThat(document.coverage().openCases()).isEqualTo(1);
            assertThat(document.coverage().observedCases()).isEqualTo(1);
            assertThat(document.coverage().revision()).isGreaterThan(before);
        }
    }

    @SafeVarargs
    private void arrive(int hour, Consumer<HourTally>... counts) throws Exception {
        operator.processElement(change(hour, counts), 0);
    }

    @SafeVarargs
    private static CoverageChange change(int hour, Consumer<HourTally>... counts) {
        HourTally tally = new HourTally(hour(hour));
        for (Consumer<HourTally> count : counts) {
            count.accept(tally);
        }
        return new CoverageChange("provider", List.of(tally));
    }

    private static long hour(int number) {
        return START + number * HourTally.HOUR;
    }

    private void heartbeat(long at) throws Exception {
        operator.processBroadcastElement(
                new ReferenceUpdate(ReferenceUpdate.Kind.HEARTBEAT, null, null, at), 0);
    }

    private CoverageDocument newest() {
        List<CoverageDocument> documents = operator.extractOutputValues();
        return documents.get(documents.size() - 1);
    }
}
