package vn.takedown.compliance.sink.alertmanager;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers as it was told to, then with 200, and remembers what it was asked. */
final class ScriptedAlertmanager implements AutoCloseable {

    /** In the place of a status: the connection is closed without an answer. */
    static final int SILENCE = 0;

    private final HttpServer server;
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    ScriptedAlertmanager() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    ScriptedAlertmanager answers(int... statuses) {
        for (int status : statuses) {
            answers.add(status);
        }
        return this;
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** Path and body of each. */
    List<String> requests() {
        return requests;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(exchange.getRequestURI().getPath() + " " + body);
            Integer status = answers.poll();
            if (status == null || status != SILENCE) {
                exchange.sendResponseHeaders(status == null ? 200 : status, -1);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
