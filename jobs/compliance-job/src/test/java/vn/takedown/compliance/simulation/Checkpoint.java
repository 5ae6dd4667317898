package vn.takedown.compliance.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;

/** A consistent snapshot of all operators and of the places that the source had reached. */
final class Checkpoint {

    private final long id;
    private final int parallelism;
    private final Map<String, Map<Integer, OperatorSubtaskState>> states = new HashMap<>();
    private final Map<Partition, Integer> offsets = new HashMap<>();

    Checkpoint(long id, int parallelism) {
        this.id = id;
        this.parallelism = parallelism;
    }

    long id() {
        return id;
    }

    void acknowledge(Stage stage, int subtask, OperatorSubtaskState state) {
        states.computeIfAbsent(stage.name(), absent -> new TreeMap<>()).put(subtask, state);
    }

    void reached(Partition partition, int offset) {
        offsets.put(partition, offset);
    }

    boolean isComplete(int stages) {
        return states.size() == stages
                && states.values().stream().allMatch(subtasks -> subtasks.size() == parallelism);
    }

    /** The offset to read next. */
    int offsetOf(Partition partition) {
        return offsets.get(partition);
    }

    /** The share of one subtask, perhaps of another parallelism. */
    OperatorSubtaskState stateOf(Stage stage, int newParallelism, int subtask) throws Exception {
        List<OperatorSubtaskState> parts = List.copyOf(states.get(stage.name()).values());
        return AbstractStreamOperatorTestHarness.repartitionOperatorState(
                AbstractStreamOperatorTestHarness.repackageState(
                        parts.toArray(new OperatorSubtaskState[0])),
                Stage.MAX_PARALLELISM,
                parallelism,
                newParallelism,
                subtask);
    }
}
