package vn.takedown.stack.command;

import java.time.Duration;
import java.util.function.Consumer;
import picocli.CommandLine.Option;
import vn.takedown.stack.Pause;
import vn.takedown.stack.server.Addresses;
import vn.takedown.stack.server.LocalStack;
import vn.takedown.stack.terminal.Progress;

/** What is left when a command in the foreground is done. */
final class KeepOptions {

    private static final Duration POLL = Duration.ofSeconds(1);

    @Option(
            names = "--keep-running",
            description = "leave the servers running until Ctrl-C; then everything is removed")
    private boolean running;

    @Option(names = "--keep-logs", description = "leave the servers' log files behind")
    private boolean logs;

    void apply(LocalStack stack, Progress progress) {
        if (logs) {
            stack.keepLogs();
            progress.note("The log files stay in " + stack.folder().logs() + ".");
        }
    }

    /** Returns at once unless the user wants to look around; then only Ctrl-C ends it. */
    void holdIfWanted(LocalStack stack, Progress progress, Consumer<LocalStack> check) {
        if (!running) {
            return;
        }
        printAddresses(stack.addresses(), progress);
        new BackgroundRun(stack.addresses(), null).writeTo(stack.folder());
        progress.note("The servers stay up. Ctrl-C ends them.");
        while (!Thread.currentThread().isInterrupted()) {
            check.accept(stack);
            Pause.of(POLL);
        }
    }

    boolean keepsRunning() {
        return running;
    }

    static void printAddresses(Addresses addresses, Progress progress) {
        progress.note("Flink web UI   " + addresses.flink());
        progress.note("Elasticsearch  " + addresses.elasticsearch());
        progress.note("Kafka          " + addresses.kafka());
        if (addresses.alertmanager() != null) {
            progress.note("Alertmanager   " + addresses.alertmanager());
        }
        if (addresses.prometheus() != null) {
            progress.note("Prometheus     " + addresses.prometheus());
        }
    }
}
