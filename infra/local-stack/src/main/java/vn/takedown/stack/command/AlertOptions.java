package vn.takedown.stack.command;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import vn.takedown.stack.server.AlertmanagerOptions;
import vn.takedown.stack.server.LocalStack;
import vn.takedown.stack.terminal.Progress;

/** Whether alerts go to an Alertmanager. */
final class AlertOptions {

    private static final String ALERTS = "--alerts";
    private static final String WEBHOOK = "--alert-webhook";

    @Option(
            names = ALERTS,
            description =
                    "start Alertmanager too, with the configuration in infra/alertmanager, and send"
                            + " it the alerts")
    private boolean alerts;

    @Option(
            names = WEBHOOK,
            paramLabel = "URL",
            description = "with --alerts: whom Alertmanager tells (default: the shipped address)")
    private URI webhook;

    /**
     * @param window by how much the events' time may lag behind the clock
     */
    void apply(LocalStack stack, Duration window, Progress progress) {
        if (alerts) {
            stack.startAlertmanager(AlertmanagerOptions.of(window, webhook), progress);
        }
    }

    /** The same options for another process. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        if (alerts) {
            arguments.add(ALERTS);
        }
        if (webhook != null) {
            arguments.add(WEBHOOK);
            arguments.add(webhook.toString());
        }
        return arguments;
    }
}
