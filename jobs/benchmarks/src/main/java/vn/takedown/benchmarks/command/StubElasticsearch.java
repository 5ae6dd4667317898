package vn.takedown.benchmarks.command;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Answers bulk requests as Elasticsearch would, with a result for each document, and keeps nothing:
 * what limits the sink then is the sink.
 */
final class StubElasticsearch implements AutoCloseable {

    private static final int BUFFER = 1 << 16;
    private static final int CREATED_BYTES = 30;

    private final AtomicLong documents = new AtomicLong();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    private StubElasticsearch(HttpServer server) {
        this.server = server;
    }

    static StubElasticsearch start() {
        // Its headers and its body are two packets: the second would wait for the first's receipt.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            StubElasticsearch stub =
                    new StubElasticsearch(
                            HttpServer.create(
                                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            stub.server.setExecutor(stub.threads);
            stub.server.createContext("/_bulk", stub::answer);
            stub.server.start();
            return stub;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the stub server", e);
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Documents answered so far. */
    long documents() {
        return documents.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            long lines = lines(exchange.getRequestBody());
            boolean pairs = lines > 0 && lines % 2 == 0;
            byte[] body =
                    (pairs ? accepted(lines / 2) : "{\"error\":\"no pairs of lines\"}")
                            .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(pairs ? 200 : 400, body.length);
            exchange.getResponseBody().write(body);
            documents.addAndGet(pairs ? lines / 2 : 0);
        }
    }

    private static long lines(InputStream body) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long lines = 0;
        int read;
        while ((read = body.read(buffer)) >= 0) {
            for (int i = 0; i < read; i++) {
                lines += buffer[i] == '\n' ? 1 : 0;
            }
        }
        return lines;
    }

    private static String accepted(long count) {
        StringBuilder json = new StringBuilder((int) count * CREATED_BYTES + CREATED_BYTES);
        json.append("{\"errors\":false,\"items\":[");
        for (long i = 0; i < count; i++) {
            json.append(i == 0 ? "" : ",").append("{\"index\":{\"status\":201}}");
        }
        return json.append("]}").toString();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
