package vn.takedown.stack.alerting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Whom Alertmanager tells. */
public final class WebhookReceiver implements AutoCloseable {

    /**
     * One alert of one call.
     *
     * @param at wall-clock time, milliseconds since the epoch
     * @param receiver the path that was called
     * @param status {@code firing} or {@code resolved}
     */
    public record Told(long at, String receiver, String status, String key, String severity) {}

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpServer server;
    private final List<Told> alerts = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();

    public WebhookReceiver() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::receive);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** {@code receiver status alert_key} of each alert of each call, in order. */
    List<String> told() {
        return alerts.stream()
                .map(alert -> alert.receiver() + " " + alert.status() + " " + alert.key())
                .toList();
    }

    /** Each alert of each call, in order. */
    public List<Told> alerts() {
        return alerts;
    }

    public List<String> bodies() {
        return bodies;
    }

    private void receive(HttpExchange exchange) throws IOException {
        long at = System.currentTimeMillis();
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            JsonNode call = MAPPER.readTree(body);
            bodies.add(call.toString());
            for (JsonNode alert : call.get("alerts")) {
                alerts.add(
                        new Told(
                                at,
                                exchange.getRequestURI().getPath().substring(1),
                                alert.get("status").asText(),
                                alert.get("labels").get("alert_key").asText(),
                                alert.get("labels").get("severity").asText()));
            }
            exchange.sendResponseHeaders(200, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
