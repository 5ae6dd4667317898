package vn.takedown.compliance.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.StreamMap;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import vn.takedown.compliance.sink.elasticsearch.BulkEntry;

@SuppressWarnings("try") // harnesses declare that closing may throw anything
class WriteEntriesTest {

    private static final MapFunction<Long, BulkEntry> WRITER =
            version -> new BulkEntry("index", "id", version, new byte[0]);

    private static OneInputStreamOperatorTestHarness<Long, BulkEntry> operator() throws Exception {
        return new OneInputStreamOperatorTestHarness<>(new StreamMap<>(new WriteEntries<>(WRITER)));
    }

    @Test
    void whatIsWrittenAfterARestartWinsOverAllThatWasWrittenBefore() throws Exception {
        OperatorSubtaskState state;
        long before;
        try (var operator = operator()) {
            operator.open();
            state = operator.snapshot(1, 1);
            operator.processElement(1000L, 0);
            before = operator.extractOutputValues().get(0).version();
        }
        try (var restored = operator()) {
            restored.initializeState(state);
            restored.open();
            restored.processElement(1L, 0);
            assertThat(restored.extractOutputValues().get(0).version()).isGreaterThan(before);
        }
    }

    @Test
    void withoutARestartTheVersionIsTheDocuments() throws Exception {
        try (var operator = operator()) {
            operator.open();
            operator.processElement(7L, 0);
            assertThat(operator.extractOutputValues().get(0).version()).isEqualTo(7);
        }
    }
}
