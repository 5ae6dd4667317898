package vn.takedown.stack.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.takedown.stack.Pause;
import vn.takedown.stack.job.JobRun;
import vn.takedown.stack.job.JobSettings;
import vn.takedown.stack.job.StateBackend;
import vn.takedown.stack.server.Installation;
import vn.takedown.stack.server.LocalStack;
import vn.takedown.stack.server.RunFolder;
import vn.takedown.stack.server.StateFolder;
import vn.takedown.stack.terminal.Console;
import vn.takedown.stack.topic.Heartbeats;
import vn.takedown.stack.topic.TopicSetup;

/**
 * The process that {@code up} leaves in the background: it holds the servers and starts Flink again
 * when that dies. {@code down} ends it.
 */
@Command(name = BackgroundCommand.NAME, hidden = true)
final class BackgroundCommand implements Callable<Integer> {

    static final String NAME = "run-in-background";

    private static final int PARTITIONS = 4;
    private static final int PARALLELISM = 2;
    private static final Duration POLL = Duration.ofSeconds(2);

    /** As the job's own default: alerts of now, not of a replay. */
    private static final Duration WINDOW = Duration.ofHours(1);

    @Mixin private AlertOptions alerts;
    @Mixin private MetricsOptions metrics;

    @Option(names = "--state-dir", required = true)
    private Path state;

    @Mixin private HeartbeatOptions heartbeats;

    @Override
    public Integer call() {
        Console console = Console.standardOutput();
        Installation installation = Installation.find();
        RunFolder folder = StateFolder.resolve(state, installation).adoptBackground();
        try (LocalStack stack = metrics.start(installation, folder, PARALLELISM, console)) {
            try {
                alerts.apply(stack, WINDOW, console);
                hold(stack, console);
            } catch (RuntimeException e) {
                Failures.keepLogs(stack, console);
                throw e;
            }
        }
        return 0;
    }

    private void hold(LocalStack stack, Console console) {
        new TopicSetup(stack.addresses().kafka()).create(PARTITIONS);
        JobSettings settings =
                new JobSettings(
                        false,
                        PARALLELISM,
                        StateBackend.ROCKSDB,
                        Duration.ofHours(1),
                        Duration.ofSeconds(10));
        JobRun job = JobRun.submit(stack, settings, console);
        String known = "";
        try (Heartbeats sent = heartbeats.start(stack.addresses().kafka())) {
            while (!Thread.currentThread().isInterrupted()) {
                sent.requireAlive();
                job.poll();
                if (!job.jobId().equals(known)) {
                    known = job.jobId();
                    new BackgroundRun(stack.addresses(), known).writeTo(stack.folder());
                }
                Pause.of(POLL);
            }
        }
    }
}
