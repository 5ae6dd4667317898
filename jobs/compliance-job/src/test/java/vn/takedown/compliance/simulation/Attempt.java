package vn.takedown.compliance.simulation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateBackend;
import vn.takedown.compliance.source.RecordWatermarks;

/** The pipeline from a start to its end or its failure. */
final class Attempt implements AutoCloseable {

    private final List<Stage> stages;
    private final List<SourceSubtask> sources = new ArrayList<>();
    private final List<Subtask> subtasks = new ArrayList<>();
    private final Map<Subtask, Integer> indices = new HashMap<>();
    private final int parallelism;
    private final WrittenDocuments documents;
    private final Random random;

    /** How many elements a subtask may take before another has its turn. */
    private final int patience;

    /** How many elements a channel holds before its sender must wait. */
    private final int capacity;

    /** One checkpoint begins every so many turns. */
    private final int checkpointInterval;

    /** The sources that have not yet put the pending barrier into the stream. */
    private final List<SourceSubtask> barrierWaits = new ArrayList<>();

    private Checkpoint pending;
    private Checkpoint completed;
    private long checkpoints;

    /**
     * @param restored null for the first start
     */
    Attempt(
            List<Stage> stages,
            TopicContents topics,
            RecordWatermarks watermarks,
            WrittenDocuments documents,
            StateBackend backend,
            Checkpoint restored,
            Random random)
            throws Exception {
        this.stages = stages;
        this.documents = documents;
        this.completed = restored;
        this.checkpoints = restored == null ? 0 : restored.id();
        this.random = random;
        this.parallelism = 1 + random.nextInt(4);
        this.patience = 1 << random.nextInt(7);
        this.capacity = 1 << random.nextInt(5);
        this.checkpointInterval = 1 << (1 + random.nextInt(5));
        for (Stage stage : stages) {
            startStage(stage, backend);
        }
        connect();
        assign(topics, watermarks);
    }

    private void startStage(Stage stage, StateBackend backend) throws Exception {
        for (int index = 0; index < parallelism; index++) {
            Subtask subtask = Subtask.start(stage, parallelism, index, backend, completed);
            subtasks.add(subtask);
            indices.put(subtask, index);
        }
    }

    private void connect() {
        for (Subtask receiver : subtasks) {
            subtasks.forEach(sender -> receiver.listenTo(sender.outlet()));
        }
    }

    /** Gives every partition to one of the sources, and events to as many of them as possible. */
    private void assign(TopicContents topics, RecordWatermarks watermarks) {
        List<Partition> partitions = new ArrayList<>(topics.partitions());
        Collections.shuffle(partitions, random);
        partitions.sort(Comparator.comparing(partition -> partition.topic().isReference()));
        List<Map<Partition, Integer>> shares = new ArrayList<>();
        for (int index = 0; index < parallelism; index++) {
            shares.add(new LinkedHashMap<>());
        }
        for (int number = 0; number < partitions.size(); number++) {
            Partition partition = partitions.get(number);
            shares.get(number % parallelism)
                    .put(partition, completed == null ? 0 : completed.offsetOf(partition));
        }
        for (Subtask subtask : subtasks) {
            if (subtask.stage() == stages.get(0)) {
                sources.add(
                        new SourceSubtask(
                                subtask, topics, shares.get(indices.get(subtask)), watermarks));
            }
        }
    }

    /** The last checkpoint, perhaps one of an earlier attempt; null when there was none. */
    Checkpoint completed() {
        return completed;
    }

    /**
     * Lets the subtasks take turns.
     *
     * @param records after how many of them, read by all sources together, the job fails
     * @return whether the input has come to its end before
     */
    boolean run(int records) throws Exception {
        while (sources.stream().mapToInt(SourceSubtask::recordsRead).sum() < records) {
            if (isFinished()) {
                documents.flush();
                return true;
            }
            if (pending == null && random.nextInt(checkpointInterval) == 0) {
                beginCheckpoint();
            }
            if (random.nextInt(16) == 0) {
                documents.flush();
            }
            takeTurn();
        }
        return false;
    }

    private boolean isFinished() {
        return sources.stream().allMatch(SourceSubtask::isFinished)
                && subtasks.stream().allMatch(Subtask::isDrained);
    }

    /** As in a bounded job: no checkpoint begins once a source has ended. */
    private void beginCheckpoint() {
        if (sources.stream().noneMatch(SourceSubtask::isFinished)) {
            pending = new Checkpoint(++checkpoints, parallelism);
            barrierWaits.addAll(sources);
        }
    }

    private void takeTurn() throws Exception {
        int first = random.nextInt(sources.size() + subtasks.size());
        for (int i = 0; i < sources.size() + subtasks.size(); i++) {
            int chosen = (first + i) % (sources.size() + subtasks.size());
            boolean acted =
                    chosen < sources.size()
                            ? read(sources.get(chosen))
                            : work(subtasks.get(chosen - sources.size()));
            if (acted) {
                return;
            }
        }
        throw new IllegalStateException("Nothing can go on, yet the end has not come.");
    }

    private boolean read(SourceSubtask source) throws Exception {
        if (barrierWaits.remove(source)) {
            acknowledge(source.chained(), source.snapshot(pending));
            return true;
        }
        // Fewer than the others, or all would be read before anything is worked on.
        int steps = 1 + random.nextInt(1 + patience / 8);
        boolean acted = false;
        Outlet<?> outlet = source.chained().outlet();
        for (int step = 0;
                step < steps && !source.isFinished() && !outlet.isCongested(capacity);
                step++) {
            source.step(random);
            acted = true;
        }
        return acted;
    }

    private boolean work(Subtask subtask) throws Exception {
        int steps = 1 + random.nextInt(patience);
        boolean acted = false;
        for (int step = 0;
                step < steps && subtask.isReady() && !subtask.outlet().isCongested(capacity);
                step++) {
            OperatorSubtaskState state = subtask.step(random);
            if (state != null) {
                acknowledge(subtask, state);
            }
            acted = true;
        }
        return acted;
    }

    private void acknowledge(Subtask subtask, OperatorSubtaskState state) {
        pending.acknowledge(subtask.stage(), indices.get(subtask), state);
        if (pending.isComplete(stages.size())) {
            documents.flush();
            completed = pending;
            pending = null;
        }
    }

    /** The sums of all that was counted. */
    Map<String, Long> counts() {
        Map<String, Long> sums = new TreeMap<>();
        subtasks.forEach(subtask -> subtask.addCounts(sums));
        return sums;
    }

    @Override
    public void close() {
        subtasks.forEach(Subtask::close);
    }
}
