package vn.takedown.compliance.sink.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A server that keeps documents by external version like Elasticsearch and, in between, answers as
 * scripted: one script entry per request, then as a healthy server.
 */
final class StubElasticsearch implements AutoCloseable {

    /** How one request is answered. */
    interface Answer {
        void give(StubElasticsearch server, HttpExchange exchange, List<Action> actions)
                throws IOException;
    }

    /** One action of a bulk request. */
    record Action(String index, String id, long version, String versionType, String source) {
        String key() {
            return index + "/" + id;
        }
    }

    /** Answers one item, null to let the store decide. */
    interface ItemRule {
        BulkReply.Item apply(Action action);
    }

    static final Answer HEALTHY = (server, exchange, actions) -> server.store(exchange, actions);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ObjectMapper mapper = new ObjectMapper();
    private final Queue<Answer> script = new ConcurrentLinkedQueue<>();
    private final Map<String, Action> documents = new ConcurrentHashMap<>();
    private final List<List<Action>> requests = new CopyOnWriteArrayList<>();
    private final List<String> queries = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private volatile ItemRule rule = action -> null;
    private volatile long maxRequestBytes = Long.MAX_VALUE;

    StubElasticsearch() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(threads);
        server.createContext("/_bulk", this::handle);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void script(Answer... answers) {
        script.addAll(List.of(answers));
    }

    /** What every item is answered from now on. */
    void rule(ItemRule every) {
        rule = every;
    }

    void maxRequestBytes(long limit) {
        maxRequestBytes = limit;
    }

    Map<String, Action> documents() {
        return documents;
    }

    long version(String id) {
        return documents.get(Entries.ALIAS + "/" + id).version();
    }

    List<List<Action>> requests() {
        return requests;
    }

    List<String> queries() {
        return queries;
    }

    List<String> authorizations() {
        return authorizations;
    }

    /** Refuses the request as a whole. */
    static Answer refuse(int status, String errorType) {
        return (server, exchange, actions) ->
                respond(
                        exchange,
                        status,
                        "{\"error\":{\"type\":\"" + errorType + "\"},\"status\":" + status + "}");
    }

    /** Answers some items by a rule, the others as a healthy server. */
    static Answer items(ItemRule once) {
        return (server, exchange, actions) -> server.store(exchange, actions, once);
    }

    /** Cuts the connection before anything is written. */
    static Answer cut() {
        return (server, exchange, actions) -> exchange.close();
    }

    /** Writes everything, then cuts the connection. */
    static Answer writeThenCut() {
        return (server, exchange, actions) -> {
            actions.forEach(server::write);
            exchange.close();
        };
    }

    /** Writes everything but answers too late. */
    static Answer writeThenHang(long millis) {
        return (server, exchange, actions) -> {
            actions.forEach(server::write);
            try {
                Thread.sleep(millis);
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        };
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        queries.add(exchange.getRequestURI().getQuery());
        authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        List<Action> actions = actions(body);
        requests.add(actions);
        if (body.length > maxRequestBytes) {
            respond(exchange, 413, "");
            return;
        }
        Answer answer = script.poll();
        (answer == null ? HEALTHY : answer).give(this, exchange, actions);
    }

    private void store(HttpExchange exchange, List<Action> actions) throws IOException {
        store(exchange, actions, rule);
    }

    private void store(HttpExchange exchange, List<Action> actions, ItemRule itemRule)
            throws IOException {
        boolean errors = false;
        List<String> items = new ArrayList<>();
        for (Action action : actions) {
            BulkReply.Item item = itemRule.apply(action);
            if (item == null) {
                item =
                        write(action)
                                ? new BulkReply.Item(201, "")
                                : new BulkReply.Item(409, "version_conflict_engine_exception");
            }
            errors |= item.status() > 299;
            items.add(json(item));
        }
        respond(
                exchange,
                200,
                "{\"errors\":" + errors + ",\"items\":[" + String.join(",", items) + "]}");
    }

    private boolean write(Action action) {
        Action kept =
                documents.merge(
                        action.key(),
                        action,
                        (held, next) -> next.version() >= held.version() ? next : held);
        return kept == action;
    }

    private List<Action> actions(byte[] body) throws IOException {
        String[] lines = new String(body, StandardCharsets.UTF_8).split("\n");
        List<Action> actions = new ArrayList<>();
        for (int i = 0; i < lines.length; i += 2) {
            JsonNode index = mapper.readTree(lines[i]).get("index");
            actions.add(
                    new Action(
                            index.get("_index").textValue(),
                            index.get("_id").textValue(),
                            index.get("version").longValue(),
                            index.get("version_type").textValue(),
                            lines[i + 1]));
        }
        return actions;
    }

    private static String json(BulkReply.Item item) {
        String error =
                item.errorType().isEmpty()
                        ? ""
                        : ",\"error\":{\"type\":\""
                                + item.errorType()
                                + "\",\"reason\":\"secret\"}";
        return "{\"index\":{\"status\":" + item.status() + error + "}}";
    }

    private static void respond(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}
