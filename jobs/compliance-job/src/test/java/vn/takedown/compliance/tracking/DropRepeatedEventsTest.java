package vn.takedown.compliance.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.takedown.compliance.event.Envelopes.hour;
import static vn.takedown.compliance.event.Envelopes.issued;
import static vn.takedown.compliance.event.Envelopes.received;

import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import vn.takedown.compliance.Counts;
import vn.takedown.compliance.config.TimeSettings;
import vn.takedown.compliance.event.EventEnvelope;
import vn.takedown.compliance.event.EventEnvelopeSerializer;
import vn.takedown.compliance.event.Lateness;
import vn.takedown.compliance.source.IngestRecords;

@SuppressWarnings("try") // harnesses declare that closing may throw anything
class DropRepeatedEventsTest {

    private static KeyedOneInputStreamOperatorTestHarness<String, EventEnvelope, EventEnvelope>
            operator(OperatorSubtaskState state) throws Exception {
        KeyedOneInputStreamOperatorTestHarness<String, EventEnvelope, EventEnvelope> operator =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(
                                new DropRepeatedEvents(TimeSettings.DEFAULT.allowedLateness())),
                        DropRepeatedEvents::key,
                        Types.STRING);
        operator.setup(EventEnvelopeSerializer.INSTANCE);
        if (state != null) {
            operator.initializeState(state);
        }
        operator.open();
        return operator;
    }

    @Test
    void aRepeatIsDroppedAlsoAfterARestart() throws Exception {
        EventEnvelope request = issued("id", 0, "item");
        OperatorSubtaskState state;
        try (var operator = operator(null)) {
            operator.processElement(request, 0);
            operator.processElement(request, 0);
            assertThat(operator.extractOutputValues()).containsExactly(request);
            state = operator.snapshot(1, 1);
        }
        try (var operator = operator(state)) {
            operator.processElement(request, 0);
            assertThat(operator.extractOutputValues()).isEmpty();
            assertThat(Counts.of(operator))
                    .isEqualTo(Map.of("records.takedown.requests.v1.duplicate", 2L));
        }
    }

    @Test
    void aRepeatIsDroppedHoweverLong() throws Exception {
        EventEnvelope request = issued("id", 0, "item");
        try (var operator = operator(null)) {
            operator.processElement(request, 0);
            operator.processWatermark(hour(24 * 400));
            operator.processElement(request, 0);
            assertThat(operator.extractOutputValues()).containsExactly(request);
        }
    }

    @Test
    void theSameIdInAnotherTopicIsAnotherEvent() throws Exception {
        try (var operator = operator(null)) {
            operator.processElement(issued("id", 0, "item"), 0);
            operator.processElement(received("id", 1, "item"), 0);
            assertThat(operator.extractOutputValues()).hasSize(2);
            assertThat(Counts.of(operator)).isEmpty();
        }
    }

    @Test
    void anEventThatIsTooLateIsADeadLetterAndDoesNotReserveItsId() throws Exception {
        EventEnvelope request = issued("id", 0, "item");
        EventEnvelope tooLate =
                new EventEnvelope(request.event(), request.origin(), Lateness.TOO_LATE, null);
        try (var operator = operator(null)) {
            operator.processElement(tooLate, 0);
            assertThat(operator.extractOutputValues()).isEmpty();
            assertThat(operator.getSideOutput(IngestRecords.DEAD_LETTERS)).hasSize(1);

            operator.processElement(request, 0);
            assertThat(operator.extractOutputValues()).containsExactly(request);
        }
    }

    @Test
    void aRepeatIsNoDeadLetterHoweverLate() throws Exception {
        EventEnvelope request = issued("id", 0, "item");
        try (var operator = operator(null)) {
            operator.processElement(request, 0);
            operator.processElement(
                    new EventEnvelope(request.event(), request.origin(), Lateness.TOO_LATE, null),
                    0);
            assertThat(operator.getSideOutput(IngestRecords.DEAD_LETTERS)).isNull();
            assertThat(Counts.of(operator))
                    .containsEntry("records.takedown.requests.v1.duplicate", 1L);
        }
    }
}
