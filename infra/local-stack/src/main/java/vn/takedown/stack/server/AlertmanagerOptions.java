package vn.takedown.stack.server;

import java.net.URI;
import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * How Alertmanager and the job's way to it are set up.
 *
 * @param window by how much the events' time may lag behind the clock; see the job's setting {@code
 *     alertmanager.window}
 * @param configuration changes the shipped configuration
 */
public record AlertmanagerOptions(Duration window, UnaryOperator<String> configuration) {

    /** Begins the address of every shipped receiver. */
    public static final String SHIPPED_WEBHOOK = "http://127.0.0.1:9099/";

    /**
     * @param webhook takes the place of the shipped receivers' address; null to leave it
     */
    public static AlertmanagerOptions of(Duration window, URI webhook) {
        String base = webhook == null ? SHIPPED_WEBHOOK : webhook.toString();
        return new AlertmanagerOptions(
                window,
                shipped ->
                        shipped.replace(SHIPPED_WEBHOOK, base.endsWith("/") ? base : base + "/"));
    }
}
