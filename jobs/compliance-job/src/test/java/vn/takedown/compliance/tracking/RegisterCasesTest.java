package vn.takedown.compliance.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.takedown.compliance.event.Envelopes.hour;
import static vn.takedown.compliance.event.Envelopes.issued;

import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import vn.takedown.compliance.Counts;
import vn.takedown.compliance.event.EventEnvelope;
import vn.takedown.compliance.event.EventEnvelopeSerializer;

@SuppressWarnings("try") // harnesses declare that closing may throw anything
class RegisterCasesTest {

    private static final String OTHER_TARGET = "b".repeat(64);

    private static KeyedOneInputStreamOperatorTestHarness<String, EventEnvelope, EventEnvelope>
            operator(OperatorSubtaskState state) throws Exception {
        KeyedOneInputStreamOperatorTestHarness<String, EventEnvelope, EventEnvelope> operator =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(new RegisterCases()),
                        RegisterCases::key,
                        Types.STRING);
        operator.setup(EventEnvelopeSerializer.INSTANCE);
        if (state != null) {
            operator.initializeState(state);
        }
        operator.open();
        return operator;
    }

    @Test
    void theEarliestIssuedOfACaseCountsHoweverTheyArrive() throws Exception {
        EventEnvelope first = issued("z-first", 0, "item");
        EventEnvelope second = issued("a-second", 1, "item", OTHER_TARGET);
        try (var operator = operator(null)) {
            operator.processElement(second, 0);
            operator.processElement(first, 0);
            operator.processWatermark(hour(2));
            assertThat(operator.extractOutputValues()).containsExactly(first);
            assertThat(Counts.of(operator))
                    .isEqualTo(Map.of("records.takedown.requests.v1.ignored.SECOND_ISSUED", 1L));
        }
    }

    @Test
    void ofTwoAtTheSameInstantTheSmallerIdCounts() throws Exception {
        EventEnvelope smaller = issued("a", 0, "item", OTHER_TARGET);
        try (var operator = operator(null)) {
            operator.processElement(issued("b", 0, "item"), 0);
            operator.processElement(smaller, 0);
            operator.processWatermark(hour(0));
            assertThat(operator.extractOutputValues()).containsExactly(smaller);
        }
    }

    @Test
    void aSecondIssuedIsIgnoredAlsoAfterARestart() throws Exception {
        OperatorSubtaskState state;
        try (var operator = operator(null)) {
            operator.processElement(issued("first", 0, "item"), 0);
            operator.processWatermark(hour(1));
            state = operator.snapshot(1, 1);
        }
        try (var operator = operator(state)) {
            operator.processElement(issued("second", 2, "item"), 0);
            operator.processWatermark(hour(3));
            assertThat(operator.extractOutputValues()).isEmpty();
            assertThat(operator.numEventTimeTimers()).isZero();
        }
    }

    @Test
    void whatWaitsIsKeptOverARestart() throws Exception {
        EventEnvelope first = issued("first", 0, "item");
        OperatorSubtaskState state;
        try (var operator = operator(null)) {
            operator.processElement(first, 0);
            state = operator.snapshot(1, 1);
        }
        try (var operator = operator(state)) {
            operator.processWatermark(hour(1));
            assertThat(operator.extractOutputValues()).containsExactly(first);
        }
    }
}
