package vn.takedown.compliance.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.takedown.compliance.event.Envelopes.hour;
import static vn.takedown.compliance.event.Envelopes.issued;
import static vn.takedown.compliance.event.Envelopes.received;
import static vn.takedown.compliance.event.Envelopes.seen;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.takedown.compliance.Counts;
import vn.takedown.compliance.config.TimeSettings;
import vn.takedown.compliance.document.CaseDocument;
import vn.takedown.compliance.event.EventEnvelope;
import vn.takedown.compliance.event.ProviderKey;
import vn.takedown.compliance.source.ReferenceUpdate;
import vn.takedown.model.cases.Verdict;
import vn.takedown.model.coverage.HourCoverage;
import vn.takedown.model.coverage.HourTally;
import vn.takedown.model.coverage.ProviderCoverage;
import vn.takedown.model.event.ObservationStatus;

/** Without a policy the clock runs 24 hours from the request. */
@SuppressWarnings("try") // harnesses declare that closing may throw anything
class TrackCasesTest {

    private static final long END_OF_INPUT = Watermark.MAX_WATERMARK.getTimestamp();

    private KeyedTwoInputStreamOperatorTestHarness<
                    ProviderKey, EventEnvelope, ReferenceUpdate, CaseDocument>
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

    private static KeyedTwoInputStreamOperatorTestHarness<
                    ProviderKey, EventEnvelope, ReferenceUpdate, CaseDocument>
            operator() throws Exception {
        return new KeyedTwoInputStreamOperatorTestHarness<>(
                new TrackCases(TimeSettings.DEFAULT, 1),
                EventEnvelope::target,
                null,
                ProviderKey.TYPE,
                128,
                1,
                0);
    }

    @Test
    void anEventWaitsUntilTheWatermarkHasPassedIt() throws Exception {
        arrive(issued("issued", 0, "item"));
        watermark(operator, hour(0) - 1);
        assertThat(operator.extractOutputValues()).isEmpty();

        watermark(operator, hour(0));
        assertThat(newest().verdict()).isEqualTo(Verdict.PENDING);
    }

    @Test
    void aDeadlineFiresWhenTheWatermarkPassesIt() throws Exception {
        arrive(issued("issued", 0, "item"));
        arrive(seen("up", 1, ObservationStatus.UP));
        watermark(operator, hour(24));
        assertThat(newest().verdict()).isEqualTo(Verdict.PENDING);

        watermark(operator, hour(24) + 1);
        assertThat(newest().verdict()).isEqualTo(Verdict.OVERDUE);
        assertThat(newest().updatedAt()).isEqualTo(hour(24) + 1);
    }

    @Test
    void theEndOfTheInputMakesNoCaseOverdue() throws Exception {
        arrive(issued("issued", 0, "item"));
        arrive(seen("up", 1, ObservationStatus.UP));
        watermark(operator, END_OF_INPUT);

        assertThat(newest().verdict()).isEqualTo(Verdict.PENDING);
    }

    @Test
    void aHeartbeatAfterTheDeadlineMakesACaseOverdueAtTheEndOfTheInput() throws Exception {
        arrive(issued("issued", 0, "item"));
        arrive(seen("up", 1, ObservationStatus.UP));
        heartbeat(30);
        watermark(operator, END_OF_INPUT);

        assertThat(newest().verdict()).isEqualTo(Verdict.OVERDUE);
    }

    @Test
    void theEndOfTheInputShowsWhatWasNotYetShown() throws Exception {
        arrive(issued("issued", 0, "item"));
        arrive(seen("up", 1, ObservationStatus.UP));
        arrive(seen("up again", 1.5, ObservationStatus.UP));
        heartbeat(2);
        watermark(operator, hour(1.75));
        watermark(operator, END_OF_INPUT);

        assertThat(newest().lastUpAt()).isEqualTo(hour(1.5));
        assertThat(newest().observations()).isEqualTo(2);
    }

    @Test
    void aRepeatedObservationCountsOnce() throws Exception {
        arrive(issued("issued", 0, "item"));
        arrive(seen("down", 1, ObservationStatus.DOWN_HARD));
        watermark(operator, hour(2));
        arrive(seen("down", 1, ObservationStatus.DOWN_HARD));
        heartbeat(3);
        watermark(operator, END_OF_INPUT);

        assertThat(newest().observations()).isEqualTo(1);
        assertThat(Counts.of(operator))
                .containsEntry("records.takedown.observations.v1.duplicate", 1L);
    }

    @Test
    void eventsAreAppliedInTheirOrderHoweverTheyArrive() throws Exception {
        arrive(received("answer", 2, "item"));
        arrive(seen("up", 1, ObservationStatus.UP));
        arrive(issued("issued", 0, "item"));
        watermark(operator, hour(3));

        assertThat(newest().acknowledgedAt()).isEqualTo(hour(2));
        assertThat(operator.extractOutputValues()).extracting(CaseDocument::updatedAt).isSorted();
    }

    @Test
    void aTargetWithoutCasesLeavesNoStateOnceItsObservationsAreOld() throws Exception {
        arrive(seen("up", 0, ObservationStatus.UP));
        watermark(operator, hour(1));
        snapshot();
        assertThat(operator.numEventTimeTimers()).isEqualTo(1);

        // Observations count from seven days before t0; and late ones may still come.
        watermark(operator, hour(12 * 24));
        assertThat(operator.numEventTimeTimers()).isZero();
        try (var restored = operator()) {
            restored.initializeState(snapshot());
            restored.open();
            restored.processElement1(issued("issued", 12 * 24 + 1, "item"), 0);
            watermark(restored, hour(12 * 24 + 2));
            assertThat(restored.extractOutputValues()).hasSize(1);
            assertThat(restored.extractOutputValues().get(0).lastUpAt()).isNull();
        }
    }

    @Test
    void aRestoredDeadlineStillFires() throws Exception {
        arrive(issued("issued", 0, "item"));
        watermark(operator, hour(1));
        OperatorSubtaskState state = snapshot();
        try (var restored = operator()) {
            restored.initializeState(state);
            restored.open();
            watermark(restored, hour(25));

            List<CaseDocument> documents = restored.extractOutputValues();
            assertThat(documents).hasSize(1);
            assertThat(documents.get(0).verdict()).isEqualTo(Verdict.UNOBSERVED);
            assertThat(documents.get(0).sequence()).isEqualTo(2);
        }
    }

    /** Found by the simulation: watermarks are not part of a checkpoint. */
    @Test
    void anEventThatIsLateIsLateAlsoJustAfterARestart() throws Exception {
        arrive(issued("issued", 0, "item"));
        arrive(seen("up", 2, ObservationStatus.UP));
        arrive(seen("up later", 6, ObservationStatus.UP));
        watermark(operator, hour(8));
        OperatorSubtaskState state = snapshot();
        try (var restored = operator()) {
            restored.initializeState(state);
            restored.open();
            EventEnvelope late = received("answer", 4, "item");
            EventEnvelope early = seen("up between", 5, ObservationStatus.UP);
            watermark(restored, hour(3));
            restored.processElement1(late, late.event().occurredAt());
            restored.processElement1(early, early.event().occurredAt());
            heartbeat(restored, 9);
            watermark(restored, END_OF_INPUT);

            List<CaseDocument> documents = restored.extractOutputValues();
            CaseDocument newest = documents.get(documents.size() - 1);
            assertThat(newest.acknowledgedAt()).isEqualTo(hour(4));
            assertThat(newest.lastUpAt()).isEqualTo(hour(6));
            assertThat(newest.observations()).isEqualTo(3);
            assertThat(newest.restated()).isTrue();
        }
    }

    @Test
    void observationsAreHandedOnTogetherAfterTheIntervalAndBeforeACheckpoint() throws Exception {
        watermark(operator, hour(0) - 1);
        arrive(issued("issued", 0, "item"));
        for (int minute = 1; minute < 20; minute++) {
            arrive(seen("up " + minute, minute / 60.0, ObservationStatus.UP));
        }
        watermark(operator, hour(0.4));
        assertThat(operator.getSideOutput(TrackCases.COVERAGE_CHANGES)).isNull();

        watermark(operator, hour(0.6));
        arrive(seen("last up", 0.7, ObservationStatus.UP));
        watermark(operator, hour(0.8));
        assertThat(operator.getSideOutput(TrackCases.COVERAGE_CHANGES)).hasSize(1);

        snapshot();
        assertThat(operator.getSideOutput(TrackCases.COVERAGE_CHANGES)).hasSize(2);
        ProviderCoverage coverage = new ProviderCoverage();
        operator.getSideOutput(TrackCases.COVERAGE_CHANGES)
                .forEach(change -> coverage.add(change.getValue()));
        List<HourCoverage> hours = new ArrayList<>();
        coverage.show(HourTally.hourOf(hour(0.8)), hours::add);
        assertThat(hours)
                .singleElement()
                .satisfies(
                        shown -> {
                            assertThat(shown.openCases()).isEqualTo(1);
                            assertThat(shown.observedCases()).isEqualTo(1);
                            assertThat(shown.up()).isEqualTo(20);
                            assertThat(shown.counted()).isEqualTo(20);
                            assertThat(shown.lastObservationAt()).isEqualTo(hour(0.7));
                        });
    }

    private OperatorSubtaskState snapshot() throws Exception {
        operator.prepareSnapshotPreBarrier(1);
        return operator.snapshot(1, 1);
    }

    private static void watermark(
            KeyedTwoInputStreamOperatorTestHarness<
                            ProviderKey, EventEnvelope, ReferenceUpdate, CaseDocument>
                    receiver,
            long instant)
            throws Exception {
        receiver.processBothWatermarks(new Watermark(instant));
    }

    private void arrive(EventEnvelope envelope) throws Exception {
        operator.processElement1(envelope, envelope.event().occurredAt());
    }

    private void heartbeat(double hours) throws Exception {
        heartbeat(operator, hours);
    }

    private static void heartbeat(
            KeyedTwoInputStreamOperatorTestHarness<
                            ProviderKey, EventEnvelope, ReferenceUpdate, CaseDocument>
                    receiver,
            double hours)
            throws Exception {
        receiver.processElement2(
                new ReferenceUpdate(ReferenceUpdate.Kind.HEARTBEAT, null, null, hour(hours)), 0);
    }

    private CaseDocument newest() {
        List<CaseDocument> documents = operator.extractOutputValues();
        return documents.get(documents.size() - 1);
    }
}
