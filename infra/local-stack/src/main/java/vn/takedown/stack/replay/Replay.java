package vn.takedown.stack.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.takedown.stack.Pause;
import vn.takedown.stack.StackFailure;
import vn.takedown.stack.client.ElasticsearchClient;
import vn.takedown.stack.documents.Aliases;
import vn.takedown.stack.documents.DocumentExport;
import vn.takedown.stack.documents.ProviderSummary;
import vn.takedown.stack.job.JobProgress;
import vn.takedown.stack.job.JobRun;
import vn.takedown.stack.job.JobSettings;
import vn.takedown.stack.job.JobSnapshot;
import vn.takedown.stack.job.StateBackend;
import vn.takedown.stack.server.LocalStack;
import vn.takedown.stack.terminal.Progress;
import vn.takedown.stack.topic.JobEventTimes;
import vn.takedown.stack.topic.TopicSetup;
import vn.takedown.stack.topic.TopicWriter;

/** Bounded replays on one stack, one after the other. */
public final class Replay {

    /** Daily would be less to write, but the monitor would notice its own blindness days later. */
    private static final Duration REFRESH = Duration.ofHours(6);

    private static final Duration CHECKPOINTS = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(400);

    private final LocalStack stack;
    private final Progress progress;

    public Replay(LocalStack stack, Progress progress) {
        this.stack = stack;
        this.progress = progress;
    }

    /**
     * How a replay is run.
     *
     * @param partitions of each event topic
     * @param checkpointInterval wall-clock time between checkpoints
     */
    public record Settings(
            int parallelism,
            StateBackend stateBackend,
            int partitions,
            Duration checkpointInterval) {

        public Settings(int parallelism, StateBackend stateBackend, int partitions) {
            this(parallelism, stateBackend, partitions, CHECKPOINTS);
        }
    }

    /**
     * What a replay gave.
     *
     * @param complete true when every input record is accounted for
     * @param report lines for a person: what became of the records, and how the providers stand
     * @param rejected number of dead letters
     * @param restarts how often Flink had to be started again
     */
    public record Result(boolean complete, List<String> report, long rejected, int restarts) {}

    /**
     * Replays a folder into an empty stack and writes the documents.
     *
     * @throws StackFailure when the job fails or a server is gone for good
     */
    public Result run(InputFolder input, Path output, Settings settings) {
        try {
            new TopicSetup(stack.addresses().kafka()).create(settings.partitions());
            LoadedInput loaded = load(input, settings.partitions());
            JobRun job =
                    JobRun.submit(
                            stack,
                            new JobSettings(
                                    true,
                                    settings.parallelism(),
                                    settings.stateBackend(),
                                    REFRESH,
                                    settings.checkpointInterval()),
                            progress);
            JobSnapshot end = awaitEnd(job, loaded.records());
            Accounting accounting = Accounting.of(loaded, end);
            ElasticsearchClient elasticsearch =
                    new ElasticsearchClient(stack.addresses().elasticsearch());
            Map<String, Long> written = new DocumentExport(elasticsearch).writeTo(output);
            return result(accounting, written, new ProviderSummary(elasticsearch), job.restarts());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes what the last replay left in Kafka and Elasticsearch. */
    public void reset() {
        try {
            new TopicSetup(stack.addresses().kafka()).delete();
            new ElasticsearchClient(stack.addresses().elasticsearch()).deleteIndices("takedown-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LoadedInput load(InputFolder input, int partitions) throws IOException {
        long begin = System.nanoTime();
        LoadedInput loaded;
        try (TopicWriter writer = new TopicWriter(stack.addresses().kafka())) {
            loaded = new InputLoader(writer, new JobEventTimes(), progress).load(input, partitions);
        }
        progress.note(
                String.format(
                        Locale.ROOT,
                        "Loaded %,d records in %.1f s.",
                        loaded.records(),
                        (System.nanoTime() - begin) / 1e9));
        return loaded;
    }

    private JobSnapshot awaitEnd(JobRun job, long records) {
        JobProgress shown = new JobProgress(progress);
        while (true) {
            JobSnapshot snapshot = job.poll();
            shown.show(snapshot, records);
            switch (snapshot.state()) {
                case "FINISHED" -> {
                    progress.note(
                            String.format(
                                    Locale.ROOT,
                                    "The job has read %,d records and is done, in %.1f s.",
                                    snapshot.read(),
                                    shown.seconds()));
                    return snapshot;
                }
                case "CANCELED", "SUSPENDED" ->
                        throw new StackFailure(
                                "The job was ended from outside: it is " + snapshot.state() + ".");
                default -> Pause.of(POLL);
            }
        }
    }

    private static Result result(
            Accounting accounting,
            Map<String, Long> written,
            ProviderSummary providers,
            int restarts)
            throws IOException {
        List<String> report = new ArrayList<>(accounting.report());
        boolean complete = accounting.addsUp();
        long kept = written.get(Aliases.DEAD_LETTERS);
        if (kept != accounting.rejected()) {
            complete = false;
            report.add(
                    String.format(
                            Locale.ROOT,
                            "%,d records were rejected, but there are %,d dead letters.",
                            accounting.rejected(),
                            kept));
        }
        report.add("");
        report.addAll(providers.table());
        return new Result(complete, report, accounting.rejected(), restarts);
    }
}
