package vn.takedown.stack.job;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.OptionalLong;
import vn.takedown.stack.Pause;
import vn.takedown.stack.StackFailure;
import vn.takedown.stack.client.FlinkClient;
import vn.takedown.stack.server.LocalStack;
import vn.takedown.stack.terminal.Progress;

/**
 * One run of the compliance job. When the Flink process dies, it is started again and the job goes
 * on from its newest complete checkpoint.
 */
public final class JobRun {

    private static final String ENTRY_CLASS = "vn.takedown.compliance.ComplianceJob";
    private static final int RESTARTS = 5;
    private static final Duration SILENCE_LIMIT = Duration.ofSeconds(60);
    private static final Duration SILENCE_POLL = Duration.ofMillis(200);

    private final LocalStack stack;
    private final JobSettings settings;
    private final Progress progress;

    private FlinkClient flink;
    private String jobId;
    private Path restoredFrom;
    private final Deque<Path> olderCheckpoints = new ArrayDeque<>();
    private int restarts;
    private long silentSince;

    private JobRun(LocalStack stack, JobSettings settings, Progress progress) {
        this.stack = stack;
        this.settings = settings;
        this.progress = progress;
    }

    /** Uploads the job and starts it with an empty state. */
    public static JobRun submit(LocalStack stack, JobSettings settings, Progress progress) {
        JobRun run = new JobRun(stack, settings, progress);
        try {
            run.run(null);
        } catch (IOException e) {
            if (stack.flinkIsAlive()) {
                throw new StackFailure("Flink does not take the job: " + e.getMessage(), e);
            }
            run.recover();
        }
        return run;
    }

    /** Flink's id of the job; another one after a crash. */
    public String jobId() {
        return jobId;
    }

    /** How often Flink was started again. */
    public int restarts() {
        return restarts;
    }

    /**
     * What the job is doing now. Starts Flink and the job again when Flink has died.
     *
     * @throws StackFailure when the job has failed or a server is gone for good
     */
    public JobSnapshot poll() {
        while (true) {
            stack.requireServers();
            try {
                JobSnapshot snapshot = snapshot();
                silentSince = 0;
                if (!snapshot.state().equals("FAILED")) {
                    return snapshot;
                }
                if (olderCheckpoints.isEmpty() || snapshot.read() > 0) {
                    throw failed();
                }
                progress.note("The job does not start from " + restoredFrom + ": " + failureText());
                run(olderCheckpoints.poll());
            } catch (IOException e) {
                awaitAnswerOrRecover(e);
            }
        }
    }

    /** A dying process refuses connections a little before the system reports its end. */
    private void awaitAnswerOrRecover(IOException cause) {
        if (!stack.flinkIsAlive()) {
            silentSince = 0;
            recover();
            return;
        }
        long now = System.nanoTime();
        if (silentSince == 0) {
            silentSince = now;
        }
        if (now - silentSince > SILENCE_LIMIT.toNanos()) {
            throw new StackFailure("Flink does not answer: " + cause.getMessage(), cause);
        }
        Pause.of(SILENCE_POLL);
    }

    /** Ends the job without waiting for its input to end. */
    public void cancel() {
        try {
            flink.cancel(jobId);
        } catch (IOException e) {
            throw new StackFailure("Flink does not answer: " + e.getMessage(), e);
        }
    }

    private void recover() {
        while (true) {
            stack.requireServers();
            if (restarts == RESTARTS) {
                throw new StackFailure(
                        "Flink has ended "
                                + (RESTARTS + 1)
                                + " times. Its last log lines:\n"
                                + stack.lastFlinkLines());
            }
            restarts++;
            progress.note("The Flink process has ended. Starting it again.");
            stack.restartFlink(progress);
            try {
                olderCheckpoints.clear();
                olderCheckpoints.addAll(Checkpoints.newestFirst(stack.folder().checkpoints()));
                run(olderCheckpoints.poll());
                return;
            } catch (IOException e) {
                if (stack.flinkIsAlive()) {
                    throw new StackFailure("Flink does not take the job: " + e.getMessage(), e);
                }
            }
        }
    }

    private void run(Path checkpoint) throws IOException {
        flink = new FlinkClient(stack.addresses().flink());
        String jar = flink.upload(stack.jobJar());
        if (restarts > 0) {
            progress.note(
                    checkpoint == null
                            ? "No complete checkpoint yet: the job starts from the beginning."
                            : "The job goes on from checkpoint " + checkpoint.getFileName() + ".");
        }
        restoredFrom = checkpoint;
        jobId =
                flink.run(
                        jar,
                        ENTRY_CLASS,
                        settings.arguments(stack),
                        settings.parallelism(),
                        checkpoint == null ? null : checkpoint.toUri().toString());
    }

    private JobSnapshot snapshot() throws IOException {
        String state = flink.state(jobId);
        Map<String, Long> counters = flink.accumulators(jobId);
        OptionalLong watermark = flink.watermark(jobId);
        return new JobSnapshot(state, counters, watermark);
    }

    private StackFailure failed() throws IOException {
        return new StackFailure("The job has failed: " + failureText());
    }

    private String failureText() throws IOException {
        return flink.failure(jobId).orElse("Flink gives no reason.");
    }
}
