package vn.takedown.stack.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.takedown.stack.server.LocalStack;

/**
 * How the job is run.
 *
 * @param bounded true to end with the input, false to go on for ever
 * @param refreshInterval event time by which figures that every observation moves may lag
 * @param checkpointInterval wall-clock time between checkpoints
 * @param more other settings of the job, each a {@code --key} and its value
 */
public record JobSettings(
        boolean bounded,
        int parallelism,
        StateBackend stateBackend,
        Duration refreshInterval,
        Duration checkpointInterval,
        List<String> more) {

    public JobSettings {
        more = List.copyOf(more);
    }

    /** Without other settings. */
    public JobSettings(
            boolean bounded,
            int parallelism,
            StateBackend stateBackend,
            Duration refreshInterval,
            Duration checkpointInterval) {
        this(bounded, parallelism, stateBackend, refreshInterval, checkpointInterval, List.of());
    }

    List<String> arguments(LocalStack stack) {
        List<String> arguments = new ArrayList<>(fixed(stack));
        if (!bounded) {
            arguments.addAll(stack.alertmanagerArguments());
        }
        arguments.addAll(more);
        return arguments;
    }

    private List<String> fixed(LocalStack stack) {
        return List.of(
                "--kafka.bootstrap-servers",
                stack.addresses().kafka(),
                "--elasticsearch.hosts",
                stack.addresses().elasticsearch().toString(),
                "--elasticsearch.replicas",
                "0",
                "--elasticsearch.refresh-interval",
                "1s",
                "--mode",
                bounded ? "bounded" : "live",
                "--state.backend",
                stateBackend.toString(),
                "--refresh-interval",
                refreshInterval.toString(),
                "--checkpoint.interval",
                checkpointInterval.toString(),
                "--checkpoint.directory",
                stack.folder().checkpoints().toUri().toString());
    }
}
