package vn.takedown.compliance.sink.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.takedown.compliance.sink.elasticsearch.Entries.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ElasticsearchSinkIT {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final IndexSettings SETTINGS = IndexSettings.singleNode();

    private static ElasticsearchServer server;
    private static ElasticsearchConnection connection;

    @BeforeAll
    static void startServer() throws Exception {
        server = ElasticsearchServer.start(Path.of(System.getProperty("elasticsearch.archive")));
        connection = ElasticsearchConnection.to(server.address());
    }

    @AfterAll
    static void stopServer() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void setUpFromNothing() throws IOException {
        for (JsonNode index : get("/_cat/indices?format=json")) {
            server.request("DELETE", "/" + index.get("index").textValue(), null);
        }
        ElasticsearchSetup.apply(connection, SETTINGS);
    }

    @ParameterizedTest
    @EnumSource
    void everyAliasHasAStrictIndexBehindIt(DocumentAlias alias) throws IOException {
        String index = alias.alias() + "-000001";
        JsonNode aliases = get("/_alias/" + alias.alias()).get(index).get("aliases");
        JsonNode mapping = get("/" + alias.alias()).get(index).get("mappings");
        JsonNode settings = get("/" + alias.alias()).get(index).get("settings").get("index");

        assertThat(aliases.get(alias.alias()).get("is_write_index").booleanValue()).isTrue();
        assertThat(mapping).isEqualTo(MAPPER.readTree(ElasticsearchSetup.mapping(alias)));
        assertThat(settings.get("number_of_replicas").textValue()).isEqualTo("0");
        assertThat(settings.has("refresh_interval"))
                .as("a refresh every second, whether anybody searches or not")
                .isFalse();
    }

    @Test
    void settingUpAgainKeepsTheDocuments() throws Exception {
        write(entry("r/1", 1));

        ElasticsearchSetup.apply(connection, SETTINGS);

        assertThat(count("takedown-cases")).isEqualTo(1);
    }

    @Test
    void settingUpAtTheSameTimeFromSeveralPlacesWorks() throws Exception {
        for (DocumentAlias alias : DocumentAlias.values()) {
            server.request("DELETE", "/" + alias.firstIndex(), null);
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> runs =
                    IntStream.range(0, 4)
                            .<Future<?>>mapToObj(
                                    i ->
                                            threads.submit(
                                                    () ->
                                                            ElasticsearchSetup.apply(
                                                                    connection, SETTINGS)))
                            .toList();
            for (Future<?> run : runs) {
                run.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(get("/_cat/indices?format=json")).hasSize(DocumentAlias.values().length);
    }

    @Test
    void anIndexWithTheNameOfAnAliasIsNamedInTheError() throws IOException {
        server.request("DELETE", "/takedown-alerts-000001", null);
        server.request("PUT", "/takedown-alerts", null);

        assertThatThrownBy(() -> ElasticsearchSetup.apply(connection, SETTINGS))
                .isInstanceOf(ElasticsearchException.class)
                .hasMessageContaining("an index is called takedown-alerts, which must be an alias");
    }

    @Test
    void anIndexOutsideItsAliasIsNamedInTheError() throws IOException {
        server.request("DELETE", "/takedown-alerts-000001/_alias/takedown-alerts", null);

        assertThatThrownBy(() -> ElasticsearchSetup.apply(connection, SETTINGS))
                .isInstanceOf(ElasticsearchException.class)
                .hasMessageContaining("exists but is not behind the alias takedown-alerts");
    }

    @Test
    void anOlderMappingGetsTheFieldsItLacks() throws IOException {
        server.request("DELETE", "/takedown-coverage-000001", null);
        server.request(
                "PUT",
                "/coverage-old",
                "{\"mappings\":{\"properties\":{\"provider_id\":{\"type\":\"keyword\"}}},"
                        + "\"aliases\":{\"takedown-coverage\":{\"is_write_index\":true}}}");

        ElasticsearchSetup.apply(connection, SETTINGS);

        assertThat(get("/coverage-old").get("coverage-old").get("mappings"))
                .isEqualTo(MAPPER.readTree(ElasticsearchSetup.mapping(DocumentAlias.COVERAGE)));
    }

    @Test
    void theNewestVersionStaysWhateverComesAfterIt() throws Exception {
        write(entry("r/1", 5));
        write(entry("r/1", 4));
        write(entry("r/1", 5));

        JsonNode document = get("/takedown-cases/_doc/r%2F1");
        assertThat(document.get("_version").longValue()).isEqualTo(5);
        assertThat(document.get("_source").get("sequence").longValue()).isEqualTo(5);
    }

    @Test
    void aDocumentWithAnUnknownFieldBecomesADeadLetterAndTheOthersArrive() throws Exception {
        write(
                entry("r/1", 1),
                entry("takedown-cases", "r/2", 1, "{\"unknown_field\":1}"),
                entry("takedown-cases", "r/3", 1, "{\"t0\":\"yesterday\"}"),
                entry("takedown-cases", "r/4", 1, "no json"),
                entry("r/5", 1));

        assertThat(count("takedown-cases")).isEqualTo(2);
        assertThat(count("takedown-dead-letters")).isEqualTo(3);
        JsonNode hits = get("/takedown-dead-letters/_search").get("hits").get("hits");
        assertThat(hits)
                .extracting(hit -> hit.get("_source").get("detail").textValue())
                .containsExactlyInAnyOrder(
                        "strict_dynamic_mapping_exception",
                        "document_parsing_exception",
                        "document_parsing_exception");
        assertThat(hits)
                .extracting(hit -> new String(hit.get("_source").get("record_key").binaryValue()))
                .containsExactlyInAnyOrder("r/2", "r/3", "r/4");
    }

    @Test
    void aMissingAliasFailsInsteadOfMakingAnIndex() throws Exception {
        assertThatThrownBy(() -> write(entry("takedown-casess", "r/1", 1)))
                .rootCause()
                .isInstanceOf(ElasticsearchException.class)
                .hasMessageContaining("missing_index");
        assertThat(get("/_cat/indices?format=json")).hasSize(DocumentAlias.values().length);
    }

    @Test
    void aBlockedIndexTakesTheDocumentsOnceTheBlockIsGone() throws Exception {
        server.request(
                "PUT",
                "/takedown-cases/_settings",
                "{\"index.blocks.read_only_allow_delete\":true}");
        try (WriterFixture sink = new WriterFixture(quick())) {
            sink.write(entry("r/1", 1));
            sink.runUntil(() -> sink.metrics().value("elasticsearch.retried.cluster_block") > 0);
            server.request(
                    "PUT",
                    "/takedown-cases/_settings",
                    "{\"index.blocks.read_only_allow_delete\":null}");
            sink.finish();
        }

        assertThat(count("takedown-cases")).isEqualTo(1);
    }

    @Test
    void aJobWritesItsWholeStreamAndEveryDocumentInItsNewestVersion() throws Exception {
        int documents = 2_000;
        int versions = 5;
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironment(2);
        environment.enableCheckpointing(200);
        environment
                .fromSequence(0, (long) documents * versions - 1)
                .map(n -> n)
                .sinkTo(
                        new ElasticsearchSink<>(
                                quick(), n -> entry("r/" + n % documents, n / documents)));
        environment.execute();

        assertThat(count("takedown-cases")).isEqualTo(documents);
        assertThat(count("takedown-cases?q=sequence:" + (versions - 1))).isEqualTo(documents);
        assertThat(count("takedown-dead-letters")).isZero();
    }

    @Test
    void aClusterThatIsNotThereIsOneClearLine() {
        ElasticsearchConnection nowhere = ElasticsearchConnection.to("http://127.0.0.1:1");

        assertThatThrownBy(() -> ElasticsearchSetup.apply(nowhere, SETTINGS))
                .isInstanceOf(ElasticsearchException.class)
                .hasMessage(
                        "Elasticsearch cannot be reached at http://127.0.0.1:1 (ConnectException)");
    }

    private static void write(BulkEntry... entries) throws Exception {
        try (WriterFixture sink = new WriterFixture(quick())) {
            sink.write(entries);
            sink.finish();
        }
    }

    private static ElasticsearchSinkConfig quick() {
        return ElasticsearchSinkConfig.builder(connection)
                .backOff(Duration.ofMillis(10), Duration.ofMillis(100))
                .batch(500, 1 << 20)
                .buffer(2_000, Duration.ofMillis(100))
                .build();
    }

    private static int count(String aliasAndQuery) throws IOException {
        String alias = aliasAndQuery.replaceAll("\\?.*", "");
        server.request("POST", "/" + alias + "/_refresh", null);
        return get("/" + aliasAndQuery.replaceFirst("^" + alias, alias + "/_count"))
                .get("count")
                .intValue();
    }

    private static JsonNode get(String path) throws IOException {
        return MAPPER.readTree(server.request("GET", path, null));
    }
}
