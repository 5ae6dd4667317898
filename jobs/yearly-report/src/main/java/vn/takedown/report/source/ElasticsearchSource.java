package vn.takedown.report.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import vn.takedown.report.ReportFailure;

/**
 * A cluster, read through one point in time over all aliases, page by page with {@code
 * search_after}.
 *
 * @param address of one node, such as {@code http://127.0.0.1:9200}
 */
public record ElasticsearchSource(URI address) implements DocumentSource {

    private static final ObjectMapper MAPPER =
            new ObjectMapper(
                    JsonFactory.builder()
                            .streamReadConstraints(
                                    StreamReadConstraints.builder()
                                            .maxStringLength(32 << 20)
                                            .build())
                            .build());
    private static final String KEEP_ALIVE = "5m";
    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final int PAGE = 5_000;
    private static final int GROUPS = 1_000;

    @Override
    public Snapshot open() {
        Connection connection = new Connection(address);
        Map<DocumentKind, List<String>> indices = new EnumMap<>(DocumentKind.class);
        for (DocumentKind kind : DocumentKind.values()) {
            indices.put(kind, connection.indicesBehind(kind.alias()));
        }
        if (indices.get(DocumentKind.CASES).isEmpty()) {
            throw new ReportFailure(
                    "Elasticsearch at "
                            + address
                            + " has no alias "
                            + DocumentKind.CASES.alias()
                            + ".");
        }
        return new PointInTime(connection, indices, connection.openPointInTime());
    }

    private static final class PointInTime implements Snapshot {

        private final Connection connection;
        private final Map<DocumentKind, List<String>> indices;
        private String id;

        PointInTime(Connection connection, Map<DocumentKind, List<String>> indices, String id) {
            this.connection = connection;
            this.indices = indices;
            this.id = id;
        }

        @Override
        public void forEach(
                DocumentKind kind,
                Selection selection,
                DocumentConsumer consumer,
                ReadProgress progress) {
            if (indices.get(kind).isEmpty()) {
                return;
            }
            long read = 0;
            long total = 0;
            CompletableFuture<HttpResponse<byte[]>> coming =
                    connection.ask(body(kind, selection, null));
            while (coming != null) {
                PageBytes page = connection.await(coming);
                id = page.pointInTime();
                // Elasticsearch collects the next page while this one is read.
                coming =
                        page.lastSort() == null
                                ? null
                                : connection.ask(body(kind, selection, page.lastSort()));
                Page counted = connection.read(page, consumer);
                total = Math.max(total, counted.total());
                read += counted.hits();
                progress.read(read, total);
            }
        }

        @Override
        public Long latestUpdate() {
            ObjectNode body = MAPPER.createObjectNode();
            body.put("size", 0);
            body.putObject("pit").put("id", id).put("keep_alive", KEEP_ALIVE);
            List<String> names = new ArrayList<>(indices.get(DocumentKind.CASES));
            names.addAll(indices.get(DocumentKind.PROVIDER_PERIODS));
            body.putObject("query").putObject("terms").set("_index", MAPPER.valueToTree(names));
            body.putObject("aggs").putObject("latest").putObject("max").put("field", "updated_at");
            JsonNode latest =
                    connection.answer(body.toString()).path("aggregations").path("latest");
            return latest.path("value").isNumber() ? latest.path("value").asLong() : null;
        }

        @Override
        public SortedMap<String, WatchedHours> watched(long start, long end) {
            SortedMap<String, WatchedHours> watched = new TreeMap<>();
            if (indices.get(DocumentKind.COVERAGE).isEmpty()) {
                return watched;
            }
            JsonNode after = null;
            do {
                JsonNode groups =
                        connection
                                .answer(coverageBody(start, end, after))
                                .path("aggregations")
                                .path("providers");
                for (JsonNode group : groups.path("buckets")) {
                    watched.put(
                            group.path("key").path("provider").asText(),
                            new WatchedHours(
                                    group.path("doc_count").asLong(),
                                    group.path("blind").path("doc_count").asLong(),
                                    group.path("weak").path("doc_count").asLong(),
                                    group.path("open").path("value").asLong(),
                                    group.path("observed").path("value").asLong()));
                }
                after = groups.get("after_key");
            } while (after != null);
            return watched;
        }

        /** There are as many of these documents as hours and providers: they are added up there. */
        private String coverageBody(long start, long end, JsonNode after) {
            ObjectNode body = MAPPER.createObjectNode();
            body.put("size", 0);
            body.putObject("pit").put("id", id).put("keep_alive", KEEP_ALIVE);
            body.set("query", query(DocumentKind.COVERAGE, Selection.openHours(start, end)));
            ObjectNode providers = body.putObject("aggs").putObject("providers");
            ObjectNode groups = providers.putObject("composite").put("size", GROUPS);
            groups.putArray("sources")
                    .addObject()
                    .putObject("provider")
                    .putObject("terms")
                    .put("field", "provider_id");
            if (after != null) {
                groups.set("after", after);
            }
            ObjectNode sums = providers.putObject("aggs");
            sums.putObject("open").putObject("sum").put("field", "open_cases");
            sums.putObject("observed").putObject("sum").put("field", "observed_cases");
            sums.putObject("blind").putObject("filter").putObject("term").put("observed_cases", 0);
            sums.putObject("weak")
                    .putObject("filter")
                    .putObject("range")
                    .putObject("coverage")
                    .put("lt", WatchedHours.GOOD_COVERAGE);
            return body.toString();
        }

        private String body(DocumentKind kind, Selection selection, JsonNode after) {
            ObjectNode body = MAPPER.createObjectNode();
            // A dead letter may hold 4 MiB.
            body.put("size", kind == DocumentKind.DEAD_LETTERS ? PAGE / 100 : PAGE);
            // Counting goes through the whole query: once is enough.
            body.put("track_total_hits", after == null);
            body.putObject("pit").put("id", id).put("keep_alive", KEEP_ALIVE);
            body.putArray("sort").add("_shard_doc");
            if (kind == DocumentKind.DEAD_LETTERS) {
                body.putArray("_source").add("reason").add("topic");
            }
            if (after != null) {
                body.set("search_after", after);
            }
            body.set("query", query(kind, selection));
            return body.toString();
        }

        private ObjectNode query(DocumentKind kind, Selection selection) {
            ObjectNode query = MAPPER.createObjectNode();
            try {
                query.putObject("bool")
                        .putArray("filter")
                        .add(MAPPER.readTree(selection.query()))
                        .addObject()
                        .putObject("terms")
                        .set("_index", MAPPER.valueToTree(indices.get(kind)));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            return query;
        }

        @Override
        public void close() {
            connection.closePointInTime(id);
        }
    }

    /**
     * What has been handed over of one answer.
     *
     * @param total of all pages; 0 on all but the first
     */
    private record Page(long hits, long total) {}

    private static final class Connection {

        private final URI address;
        private final HttpClient client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(5))
                        .build();

        Connection(URI address) {
            this.address = address;
        }

        List<String> indicesBehind(String alias) {
            HttpRequest request = request("/_alias/" + alias).GET().build();
            HttpResponse<InputStream> response = send(request);
            try (InputStream body = response.body()) {
                List<String> names = new ArrayList<>();
                if (response.statusCode() == 200) {
                    MAPPER.readTree(body).fieldNames().forEachRemaining(names::add);
                } else if (response.statusCode() != 404) {
                    throw refused(response, body);
                }
                return names.stream().sorted().toList();
            } catch (IOException e) {
                throw broken(e);
            }
        }

        String openPointInTime() {
            String aliases =
                    Arrays.stream(DocumentKind.values())
                            .map(DocumentKind::alias)
                            .collect(Collectors.joining(","));
            HttpResponse<InputStream> response =
                    send(
                            request(
                                            "/"
                                                    + aliases
                                                    + "/_pit?ignore_unavailable=true&keep_alive="
                                                    + KEEP_ALIVE)
                                    .POST(HttpRequest.BodyPublishers.noBody())
                                    .build());
            try (InputStream body = response.body()) {
                if (response.statusCode() != 200) {
                    throw refused(response, body);
                }
                return MAPPER.readTree(body).path("id").asText();
            } catch (IOException e) {
                throw broken(e);
            }
        }

        void closePointInTime(String id) {
            String body = MAPPER.createObjectNode().put("id", id).toString();
            send(
                    request("/_pit")
                            .header("Content-Type", "application/json")
                            .method("DELETE", HttpRequest.BodyPublishers.ofString(body))
                            .build());
        }

        private HttpRequest search(String query) {
            return request("/_search")
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(query))
                    .build();
        }

        JsonNode answer(String query) {
            HttpResponse<InputStream> response = send(search(query));
            try (InputStream body = response.body()) {
                if (response.statusCode() != 200) {
                    throw refused(response, body);
                }
                return MAPPER.readTree(body);
            } catch (IOException e) {
                throw broken(e);
            }
        }

        CompletableFuture<HttpResponse<byte[]>> ask(String query) {
            return client.sendAsync(search(query), HttpResponse.BodyHandlers.ofByteArray());
        }

        PageBytes await(CompletableFuture<HttpResponse<byte[]>> coming) {
            try {
                HttpResponse<byte[]> response = coming.get();
                if (response.statusCode() != 200) {
                    throw refused(response, new ByteArrayInputStream(response.body()));
                }
                return PageBytes.of(response.body());
            } catch (IOException e) {
                throw broken(e);
            } catch (ExecutionException e) {
                throw unreachable(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ReportFailure("Interrupted.", e);
            }
        }

        Page read(PageBytes page, DocumentConsumer consumer) {
            try {
                return handOver(page.body(), consumer);
            } catch (IOException | IllegalArgumentException | DateTimeException e) {
                throw broken(e);
            }
        }

        private static Page handOver(byte[] body, DocumentConsumer consumer) throws IOException {
            long total = 0;
            long count = 0;
            try (JsonParser parser = MAPPER.createParser(body)) {
                parser.nextToken();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    if (name.equals("timed_out") && parser.getBooleanValue()) {
                        throw new IOException("the search timed out");
                    } else if (name.equals("_shards")) {
                        JsonNode shards = parser.readValueAsTree();
                        if (shards.path("failed").asInt() > 0) {
                            throw new IOException("a part of the data did not answer");
                        }
                    } else if (name.equals("hits")) {
                        while (parser.nextToken() == JsonToken.FIELD_NAME) {
                            String inner = parser.currentName();
                            parser.nextToken();
                            if (inner.equals("total")) {
                                JsonNode node = parser.readValueAsTree();
                                total = node.path("value").asLong();
                            } else if (inner.equals("hits")) {
                                while (parser.nextToken() == JsonToken.START_OBJECT) {
                                    readHit(parser, consumer);
                                    count++;
                                }
                            } else {
                                parser.skipChildren();
                            }
                        }
                    } else {
                        parser.skipChildren();
                    }
                }
            }
            return new Page(count, total);
        }

        private static void readHit(JsonParser parser, DocumentConsumer consumer)
                throws IOException {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (name.equals("_source")) {
                    consumer.accept(parser);
                } else {
                    parser.skipChildren();
                }
            }
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(address.resolve(path)).timeout(TIMEOUT);
        }

        private HttpResponse<InputStream> send(HttpRequest request) {
            try {
                return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            } catch (IOException e) {
                throw unreachable(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ReportFailure("Interrupted.", e);
            }
        }

        private ReportFailure unreachable(Throwable cause) {
            return new ReportFailure(
                    "Elasticsearch at " + address + " cannot be reached: " + OneLine.of(cause),
                    cause);
        }

        private ReportFailure refused(HttpResponse<?> response, InputStream body)
                throws IOException {
            String text = new String(body.readNBytes(500), StandardCharsets.UTF_8);
            return new ReportFailure(
                    "Elasticsearch at "
                            + address
                            + " answered with status "
                            + response.statusCode()
                            + ": "
                            + text.replaceAll("\\s+", " "));
        }

        private ReportFailure broken(Exception e) {
            return new ReportFailure(
                    "Reading from Elasticsearch at " + address + " failed: " + OneLine.of(e), e);
        }
    }
}
