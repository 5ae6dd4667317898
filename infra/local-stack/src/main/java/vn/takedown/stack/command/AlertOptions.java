package vn.takedown.stack.command;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import vn.takedown.stack.server.Addresses;
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
     * @throws ParameterException when a webhook is named for nothing, or cannot be called
     */
    void requireSense(CommandLine command) {
        if (webhook != null && !alerts) {
            throw new ParameterException(command, WEBHOOK + " needs " + ALERTS + ".");
        }
        if (webhook != null
                && (webhook.getHost() == null
                        || !List.of("http", "https").contains(webhook.getScheme()))) {
            throw new ParameterException(
                    command,
                    WEBHOOK + " looks like http://127.0.0.1:9099/, not '" + webhook + "'.");
        }
    }

    boolean wanted() {
        return alerts;
    }

    /** Where to see the alerts, and whom Alertmanager tells. */
    void explain(Addresses addresses, Progress progress) {
        progress.note("What fires      " + addresses.alertmanager().resolve("/#/alerts"));
        progress.note(
                "Who is told     "
                        + (webhook == null
                                ? AlertmanagerOptions.SHIPPED_WEBHOOK
                                        + " (name another with "
                                        + WEBHOOK
                                        + "; nobody need listen)"
                                : webhook));
        progress.note("What to do      infra/alertmanager/RUNBOOK.md");
    }

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
