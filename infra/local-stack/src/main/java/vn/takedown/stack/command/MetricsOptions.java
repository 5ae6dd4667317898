package vn.takedown.stack.command;

import java.util.List;
import picocli.CommandLine.Option;
import vn.takedown.stack.server.Addresses;
import vn.takedown.stack.server.Installation;
import vn.takedown.stack.server.LocalStack;
import vn.takedown.stack.server.RunFolder;
import vn.takedown.stack.terminal.Progress;

/** Whether a Prometheus reads the job's metrics. */
final class MetricsOptions {

    private static final String METRICS = "--metrics";

    @Option(
            names = METRICS,
            description =
                    "start Prometheus too, which reads the metrics of Flink and of the job; 'dashboards"
                            + " render' then draws Job health")
    private boolean metrics;

    /** Starts the servers, with Prometheus or without. */
    LocalStack start(Installation installation, RunFolder folder, int slots, Progress progress) {
        return metrics
                ? LocalStack.startWithMetrics(installation, folder, slots, progress)
                : LocalStack.start(installation, folder, slots, progress);
    }

    /** Says so when the stack that runs has none. */
    void explainMissing(Addresses addresses, Progress progress) {
        if (metrics && addresses.prometheus() == null) {
            progress.note("It has no Prometheus: 'infra/takedown down', then 'up --metrics'.");
        }
    }

    /** The same options for another process. */
    List<String> arguments() {
        return metrics ? List.of(METRICS) : List.of();
    }
}
