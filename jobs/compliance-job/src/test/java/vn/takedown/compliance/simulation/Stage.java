package vn.takedown.compliance.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** One operator of the pipeline, whatever its parallelism. */
final class Stage {

    /** As in the job: fixed for ever. */
    static final int MAX_PARALLELISM = 128;

    /** Makes the harness of one subtask. */
    interface Harness {
        AbstractStreamOperatorTestHarness<?> create(int parallelism, int subtask) throws Exception;
    }

    /** What leaves the pipeline. */
    record Exit<T>(OutputTag<T> tag, Consumer<Object> sink) {

        boolean isFed(OutputTag<?> output) {
            return tag == null
                    ? output == null
                    : output != null && tag.getId().equals(output.getId());
        }
    }

    private final String name;
    private final Harness harness;
    private final List<Edge<?>> edges = new ArrayList<>();
    private final List<Exit<?>> exits = new ArrayList<>();

    Stage(String name, Harness harness) {
        this.name = name;
        this.harness = harness;
    }

    String name() {
        return name;
    }

    Harness harness() {
        return harness;
    }

    List<Edge<?>> edges() {
        return edges;
    }

    List<Exit<?>> exits() {
        return exits;
    }

    /** Which subtask holds the key. */
    static int subtaskOf(Object key, int parallelism) {
        return KeyGroupRangeAssignment.assignKeyToParallelOperator(
                key, MAX_PARALLELISM, parallelism);
    }
}
