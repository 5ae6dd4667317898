package vn.takedown.benchmarks.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;
import vn.takedown.benchmarks.run.CheckpointFigures;
import vn.takedown.benchmarks.run.LiveJob;
import vn.takedown.benchmarks.run.RunResult;
import vn.takedown.benchmarks.run.StateSize;
import vn.takedown.benchmarks.run.Variant;
import vn.takedown.benchmarks.workload.LoadedRecords;
import vn.takedown.benchmarks.workload.Workload;
import vn.takedown.benchmarks.workload.WorkloadLoader;
import vn.takedown.stack.Pause;
import vn.takedown.stack.terminal.Progress;
import vn.takedown.stack.topic.TopicSetup;
import vn.takedown.stack.topic.TopicWriter;

/** Whether the job slows down as the cases become more, and what each of them takes. */
final class Growth {

    private static final List<Integer> SIZES = List.of(100_000, 1_000_000, 10_000_000);

    /** After so much event time without any record, nothing waits or is kept for late events. */
    private static final Duration SETTLED = Duration.ofHours(72);

    private static final int OBSERVATIONS_PER_CASE = 8;

    /** Time waits until the reference data has been silent for five seconds. */
    private static final Duration TIME_MOVES = Duration.ofSeconds(8);

    private final LiveRuns runs;
    private final Progress progress;

    Growth(LiveRuns runs, Progress progress) {
        this.runs = runs;
        this.progress = progress;
    }

    /**
     * @param most live cases; the usual sizes up to there
     */
    void run(int most, ObjectNode json) {
        List<Integer> sizes = new ArrayList<>(SIZES.stream().filter(size -> size <= most).toList());
        if (sizes.isEmpty()) {
            sizes.add(most);
        }
        double first = 0;
        for (int size : sizes) {
            String name = "growth_" + label(size);
            RunResult result = measure(size, name);
            write(json, name, size, result);
            double rate = rate(result);
            first = first == 0 ? rate : first;
            json.put(name + "_ratio", rate / first);
        }
        int cases = Math.min(most, SIZES.get(0));
        stateOfOneCase(cases, Workload.Mix.ALL_UP, "open", json);
        stateOfOneCase(cases, Workload.Mix.ALL_DOWN, "closed", json);
    }

    static String label(int size) {
        return size >= 1_000_000 ? size / 1_000_000 + "m" : size / 1_000 + "k";
    }

    /** The rate of observations while so many cases are there already. */
    private RunResult measure(int size, String name) {
        Workload workload = Workload.of(size + runs.settings().events(), size);
        LoadedRecords requests = WorkloadLoader.loadRequests(runs.kafka(), workload, progress);
        try {
            return runs.with(
                    Variant.JOB_COUNTING,
                    name,
                    job -> {
                        job.awaitRead(requests.records(), shown(name + ", requests"));
                        job.awaitDocuments(size, written(name + ", cases"));
                        job.checkpoint();
                        job.pause();
                        LoadedRecords looks =
                                WorkloadLoader.loadObservations(runs.kafka(), workload, progress);
                        job.resume();
                        job.awaitRead(looks.records(), shown(name));
                        return job.checkpoint();
                    });
        } finally {
            new TopicSetup(runs.kafka()).delete();
        }
    }

    private static double rate(RunResult result) {
        return result.records() / result.readingSeconds();
    }

    private void write(ObjectNode json, String name, int size, RunResult result) {
        CheckpointFigures checkpoints = result.checkpoints();
        double rate = rate(result);
        json.put(name + "_per_second", rate);
        json.put(name + "_heap_bytes", result.heapBytes());
        json.put(name + "_gc_seconds", result.gcSeconds());
        json.put(name + "_checkpoint_bytes", checkpoints.stateBytes());
        json.put(name + "_checkpoint_ms", checkpoints.medianMillis());
        json.put(name + "_state_bytes_per_key", (double) checkpoints.stateBytes() / size);
        progress.note(
                String.format(
                        Locale.ROOT,
                        "%s: %,.0f/s, %.0f bytes of state for each case, heap %,.0f MB,"
                                + " checkpoints %.0f ms",
                        name,
                        rate,
                        (double) checkpoints.stateBytes() / size,
                        result.heapBytes() / 1e6,
                        checkpoints.medianMillis()));
    }

    /** All state of the job divided by its cases: while they are watched, and after a silence. */
    private void stateOfOneCase(int cases, Workload.Mix mix, String kind, ObjectNode json) {
        Workload workload = Workload.of((1L + OBSERVATIONS_PER_CASE) * cases, cases).with(mix);
        LoadedRecords loaded = WorkloadLoader.load(runs.kafka(), workload, progress);
        String name = "state_bytes_per_" + kind + "_case";
        try {
            runs.with(
                    Variant.JOB_COUNTING,
                    name,
                    job -> {
                        job.awaitRead(loaded.records(), shown(name));
                        note(json, name + "_watched", cases, job);
                        try (TopicWriter writer = new TopicWriter(runs.kafka())) {
                            writer.close(
                                    loaded.latest() + SETTLED.toMillis(),
                                    WorkloadLoader.PARTITIONS);
                        }
                        job.awaitRead(loaded.records() + WorkloadLoader.HEARTBEATS, shown(name));
                        note(json, name, cases, job);
                        return cases;
                    });
        } finally {
            new TopicSetup(runs.kafka()).delete();
        }
    }

    private void note(ObjectNode json, String name, int cases, LiveJob job) {
        Pause.of(TIME_MOVES);
        StateSize size = job.stateSize();
        double bytes = (double) size.total() / cases;
        json.put(name, bytes);
        ObjectNode operators = json.putObject(name + "_by_operator");
        size.byOperator().forEach((uid, of) -> operators.put(uid, (double) of / cases));
        progress.note(String.format(Locale.ROOT, "%s: %.0f", name, bytes));
    }

    private LongConsumer written(String name) {
        return shown(name, "documents");
    }

    private LongConsumer shown(String name) {
        return shown(name, "records");
    }

    private LongConsumer shown(String name, String what) {
        return number ->
                progress.update(String.format(Locale.ROOT, "%s: %,d %s", name, number, what));
    }
}
