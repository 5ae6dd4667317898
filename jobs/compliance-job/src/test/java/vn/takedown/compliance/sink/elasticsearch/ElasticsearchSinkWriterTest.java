package vn.takedown.compliance.sink.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.takedown.compliance.sink.elasticsearch.Entries.entry;
import static vn.takedown.compliance.sink.elasticsearch.StubElasticsearch.cut;
import static vn.takedown.compliance.sink.elasticsearch.StubElasticsearch.items;
import static vn.takedown.compliance.sink.elasticsearch.StubElasticsearch.refuse;
import static vn.takedown.compliance.sink.elasticsearch.StubElasticsearch.writeThenCut;
import static vn.takedown.compliance.sink.elasticsearch.StubElasticsearch.writeThenHang;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class ElasticsearchSinkWriterTest {

    private static final String LETTERS = "takedown-dead-letters";

    private final StubElasticsearch server = new StubElasticsearch();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void documentsForSeveralAliasesArriveWithTheirVersionsAndBytes() throws Exception {
        try (WriterFixture sink = new WriterFixture(config().build())) {
            sink.write(entry("takedown-cases", "r/1", 5), entry("takedown-alerts", "k", 6));
            sink.finish();

            assertThat(server.documents().values())
                    .containsExactlyInAnyOrder(
                            new StubElasticsearch.Action(
                                    "takedown-cases",
                                    "r/1",
                                    5,
                                    "external_gte",
                                    "{\"case_id\":\"r/1\",\"sequence\":5}"),
                            new StubElasticsearch.Action(
                                    "takedown-alerts",
                                    "k",
                                    6,
                                    "external_gte",
                                    "{\"case_id\":\"k\",\"sequence\":6}"));
            assertThat(sink.metrics().nonZero()).isEqualTo(Map.of("elasticsearch.indexed", 2L));
            assertThat(server.queries())
                    .allSatisfy(
                            query ->
                                    assertThat(query)
                                            .contains("require_alias=true", "filter_path=errors"));
        }
    }

    @Test
    void aBatchLeavesWhenItIsFullAndTheRestWhenItsTimeIsUp() throws Exception {
        ElasticsearchSinkConfig config =
                config().batch(2, 1 << 20).buffer(10, Duration.ofMillis(300)).build();
        try (WriterFixture sink = new WriterFixture(config)) {
            sink.write(entry("a", 1), entry("b", 1), entry("c", 1));
            sink.runUntil(() -> server.documents().size() == 3);

            assertThat(server.requests()).extracting(List::size).containsExactly(2, 1);
        }
    }

    @Test
    void onlyTheNewestVersionOfABufferedDocumentIsSent() throws Exception {
        try (WriterFixture sink = new WriterFixture(config().build())) {
            sink.write(entry("a", 1), entry("a", 3), entry("a", 2));
            sink.finish();

            assertThat(server.requests()).hasSize(1);
            assertThat(server.requests().get(0)).hasSize(1);
            assertThat(server.version("a")).isEqualTo(3);
            assertThat(sink.metrics().value("elasticsearch.superseded")).isEqualTo(2);
        }
    }

    @Test
    void aNewerVersionAlreadyThereIsASuccess() throws Exception {
        try (WriterFixture sink = new WriterFixture(config().build())) {
            sink.write(entry("a", 9));
            sink.finish();
            sink.write(entry("a", 8));
            sink.finish();

            assertThat(server.version("a")).isEqualTo(9);
            assertThat(sink.metrics().nonZero())
                    .isEqualTo(Map.of("elasticsearch.indexed", 1L, "elasticsearch.stale", 1L));
        }
    }

    static Stream<Arguments> passingTroubles() {
        return Stream.of(
                Arguments.of("rejected", refuse(429, "es_rejected_execution_exception")),
                Arguments.of("circuit_breaker", refuse(429, "circuit_breaking_exception")),
                Arguments.of("cluster_block", refuse(429, "cluster_block_exception")),
                Arguments.of("cluster_block", refuse(403, "cluster_block_exception")),
                Arguments.of("unavailable", refuse(502, "")),
                Arguments.of("unavailable", refuse(503, "")),
                Arguments.of("unavailable", refuse(504, "")),
                Arguments.of("connection_lost", cut()),
                Arguments.of("connection_lost", writeThenCut()),
                Arguments.of("timeout", writeThenHang(1500)));
    }

    @ParameterizedTest
    @MethodSource("passingTroubles")
    void aPassingTroubleIsRetriedUntilItIsOver(String outcome, StubElasticsearch.Answer trouble)
            throws Exception {
        server.script(trouble, trouble);
        try (WriterFixture sink = new WriterFixture(config().build())) {
            sink.write(entry("a", 1), entry("b", 1));
            sink.finish();

            assertThat(server.documents()).hasSize(2);
            assertThat(sink.metrics().nonZero())
                    .isEqualTo(
                            Map.of(
                                    "elasticsearch.indexed",
                                    2L,
                                    "elasticsearch.retried." + outcome,
                                    4L));
        }
    }

    @Test
    void onlyTheFailedItemsOfABatchAreSentAgain() throws Exception {
        server.script(
                items(
                        action ->
                                action.id().equals("b")
                                        ? new BulkReply.Item(429, "es_rejected_execution_exception")
                                        : null));
        try (WriterFixture sink = new WriterFixture(config().build())) {
            sink.write(entry("a", 1), entry("b", 1), entry("c", 1));
            sink.finish();

            assertThat(server.requests().get(1))
                    .extracting(StubElasticsearch.Action::id)
                    .containsExactly("b");
            assertThat(sink.metrics().nonZero())
                    .isEqualTo(
                            Map.of(
                                    "elasticsearch.indexed",
                                    3L,
                                    "elasticsearch.retried.rejected",
                                    1L));
        }
    }

    @Test
    void aRetriedDocumentGivesWayToItsNewerVersion() throws Exception {
        server.script(refuse(503, ""));
        ElasticsearchSinkConfig config =
                config().batch(1, 1 << 20).maxInFlight(1).buffer(10, Duration.ofMillis(5)).build();
        try (WriterFixture sink = new WriterFixture(config)) {
            sink.write(entry("a", 1), entry("a", 2));
            sink.finish();

            assertThat(server.requests().stream().flatMap(List::stream))
                    .extracting(StubElasticsearch.Action::version)
                    .containsExactly(1L, 2L);
            assertThat(server.version("a")).isEqualTo(2);
        }
    }

    @Test
    void aPoisonDocumentBecomesADeadLetterAndTheOthersGoOn() throws Exception {
        server.rule(
                action ->
                        action.id().equals("bad")
                                ? new BulkReply.Item(400, "strict_dynamic_mapping_exception")
                                : null);
        try (WriterFixture sink = new WriterFixture(config().build())) {
            BulkEntry bad = entry("takedown-cases", "bad", 4, "{\"zz\":\"a child's name\"}");
            sink.write(entry("a", 1), bad, entry("b", 1));
            sink.finish();

            assertThat(server.documents())
                    .containsOnlyKeys(
                            "takedown-cases/a", "takedown-cases/b", LETTERS + "/" + letterId(bad));
            assertThat(letter().source())
                    .contains(
                            "\"topic\":\"takedown-cases\",\"partition\":-1,\"offset\":4,"
                                    + "\"reason\":\"SINK_REJECTED\","
                                    + "\"detail\":\"strict_dynamic_mapping_exception\"",
                            Base64.getEncoder().encodeToString(bad.source()))
                    .doesNotContain("secret", "a child's name");
            assertThat(sink.metrics().nonZero())
                    .isEqualTo(Map.of("elasticsearch.indexed", 3L, "elasticsearch.poison", 1L));
        }
    }

    @Test
    void aDeadLetterThatIsRefusedIsCountedAndNotTriedAgain() throws Exception {
        server.rule(
                action ->
                        action.id().equals("a")
                                ? null
                                : new BulkReply.Item(400, "document_parsing_exception"));
        try (WriterFixture sink = new WriterFixture(config().build())) {
            sink.write(entry("a", 1), entry("bad", 1));
            sink.finish();

            assertThat(server.documents()).containsOnlyKeys("takedown-cases/a");
            assertThat(server.requests()).hasSize(2);
            assertThat(sink.metrics().nonZero())
                    .isEqualTo(
                            Map.of(
                                    "elasticsearch.indexed", 1L,
                                    "elasticsearch.poison", 2L,
                                    "elasticsearch.dead_letters_lost", 1L));
        }
    }

    @Test
    void aRequestTooLargeIsSplitAndLaterBatchesAreSmaller() throws Exception {
        server.maxRequestBytes(1000);
        ElasticsearchSinkConfig config = config().batch(16, 1 << 20).build();
        try (WriterFixture sink = new WriterFixture(config)) {
            sink.write(many(16, 0));
            sink.finish();
            int splitRequests = server.requests().size();
            sink.write(many(16, 16));
            sink.finish();

            assertThat(server.documents()).hasSize(32);
            assertThat(sink.metrics().value("elasticsearch.split.too_large")).isPositive();
            assertThat(sink.metrics().value("elasticsearch.poison")).isZero();
            assertThat(server.requests().size() - splitRequests)
                    .as("requests of the second round, all of them small enough")
                    .isLessThan(splitRequests);
        }
    }

    @Test
    void aSingleDocumentTooLargeForTheServerBecomesADeadLetterWithoutItsBytes() throws Exception {
        server.maxRequestBytes(4000);
        try (WriterFixture sink = new WriterFixture(config().build())) {
            sink.write(
                    entry("a", 1),
                    entry("takedown-cases", "big", 1, "{\"x\":\"" + "y".repeat(5000) + "\"}"),
                    entry("b", 1));
            sink.finish();

            assertThat(server.documents()).hasSize(3).doesNotContainKey("takedown-cases/big");
            assertThat(letter().source())
                    .contains("\"detail\":\"http_413\"", "\"original_bytes\":null");
        }
    }

    @Test
    void aMalformedRequestIsTakenApartUntilTheGuiltyDocumentIsAlone() throws Exception {
        StubElasticsearch.Answer refusesBad =
                (stub, exchange, actions) -> {
                    boolean bad = actions.stream().anyMatch(action -> action.id().equals("bad"));
                    (bad ? refuse(400, "illegal_argument_exception") : StubElasticsearch.HEALTHY)
                            .give(stub, exchange, actions);
                };
        server.script(
                Stream.generate(() -> refusesBad)
                        .limit(20)
                        .toArray(StubElasticsearch.Answer[]::new));
        try (WriterFixture sink = new WriterFixture(config().build())) {
            sink.write(many(6, 0));
            sink.write(entry("bad", 1));
            sink.finish();

            assertThat(server.documents()).hasSize(7).doesNotContainKey("takedown-cases/bad");
            assertThat(letter().source()).contains("illegal_argument_exception");
        }
    }

    static Stream<Arguments> fatalAnswers() {
        return Stream.of(
                Arguments.of(
                        items(a -> new BulkReply.Item(404, "index_not_found_exception")),
                        "missing_index (index_not_found_exception)"),
                Arguments.of(refuse(401, "security_exception"), "forbidden (security_exception)"),
                Arguments.of(refuse(403, "security_exception"), "forbidden (security_exception)"),
                Arguments.of(refuse(405, ""), "unusable (unknown)"));
    }

    @ParameterizedTest
    @MethodSource("fatalAnswers")
    void whatNoRetryCanChangeFailsTheJob(StubElasticsearch.Answer answer, String message)
            throws Exception {
        server.script(answer);
        try (WriterFixture sink = new WriterFixture(config().build())) {
            sink.write(entry("a", 1));

            assertThatThrownBy(sink::finish)
                    .rootCause()
                    .isInstanceOf(ElasticsearchException.class)
                    .hasMessageContaining(message);
        }
    }

    @Test
    void aDocumentThatCanNeverBeSentBecomesADeadLetterBeforeItIsBuffered() throws Exception {
        ElasticsearchSinkConfig config = config().maxRecordBytes(4096).build();
        try (WriterFixture sink = new WriterFixture(config)) {
            sink.write(
                    entry("takedown-cases", "large", 1, "x".repeat(5000)),
                    entry("takedown-cases", "", 1, "{}"),
                    entry("takedown-cases", "ẻ".repeat(200), 1, "{}"),
                    entry("takedown-cases", "negative", -1, "{}"),
                    entry("takedown-cases", "lines", 1, "{}\n{\"delete\":{}}"),
                    entry("takedown-cases", "empty", 1, ""));
            sink.finish();

            assertThat(server.documents().values())
                    .allSatisfy(action -> assertThat(action.index()).isEqualTo(LETTERS))
                    .extracting(
                            action -> action.source().replaceAll(".*\"detail\":\"(\\w+)\".*", "$1"))
                    .containsExactlyInAnyOrder(
                            "record_too_large",
                            "id_empty",
                            "id_too_long",
                            "version_negative",
                            "source_not_one_line",
                            "source_not_one_line");
            assertThat(sink.metrics().value("elasticsearch.poison")).isEqualTo(6);
        }
    }

    @Test
    void aRestoredWriterSendsWhatWasBufferedAndOldEntriesDoNoHarm() throws Exception {
        ElasticsearchSinkConfig config = config().buffer(10_000, Duration.ofHours(1)).build();
        List<BufferedRequestState<BulkEntry>> states;
        try (WriterFixture first = new WriterFixture(config)) {
            first.write(entry("a", 1), entry("b", 1));
            states = first.checkpoint();
            first.write(entry("a", 2));
            first.finish();
        }
        BulkEntryStateSerializer serializer = new BulkEntryStateSerializer();
        BufferedRequestState<BulkEntry> restored =
                serializer.deserialize(1, serializer.serialize(states.get(0)));
        assertThat(restored.getBufferedRequestEntries()).hasSize(2);
        try (WriterFixture second = new WriterFixture(config, List.of(restored))) {
            second.finish();

            assertThat(server.version("a")).isEqualTo(2);
            assertThat(server.version("b")).isEqualTo(1);
            assertThat(second.metrics().nonZero())
                    .isEqualTo(Map.of("elasticsearch.indexed", 1L, "elasticsearch.stale", 1L));
        }
    }

    @Test
    void aRestoredEntryOverALoweredLimitBecomesADeadLetter() throws Exception {
        BulkEntry large = entry("takedown-cases", "large", 1, "x".repeat(5000));
        BufferedRequestState<BulkEntry> state =
                new BufferedRequestState<>(List.of(Entries.wrapped(large)));
        try (WriterFixture sink =
                new WriterFixture(config().maxRecordBytes(4096).build(), List.of(state))) {
            sink.finish();

            assertThat(letter().source()).contains("record_too_large");
        }
    }

    @Test
    void aCheckpointWaitsForWhatIsUnderWayAndKeepsWhatFailed() throws Exception {
        server.script(refuse(503, ""));
        ElasticsearchSinkConfig config =
                config().batch(3, 1 << 20).buffer(10, Duration.ofHours(1)).build();
        try (WriterFixture sink = new WriterFixture(config)) {
            sink.write(entry("a", 1), entry("b", 1), entry("c", 1));
            List<BufferedRequestState<BulkEntry>> states = sink.checkpoint();

            int buffered = states.get(0).getBufferedRequestEntries().size();
            assertThat(buffered + server.documents().size()).isEqualTo(3);
        }
    }

    @Test
    void basicCredentialsAreSentWithEveryRequest() throws Exception {
        ElasticsearchConnection connection =
                new ElasticsearchConnection(
                        List.of(server.address()),
                        new Credentials.Basic("writer", "pässword"),
                        Duration.ofSeconds(5));
        try (WriterFixture sink = new WriterFixture(ElasticsearchSinkConfig.of(connection))) {
            sink.write(entry("a", 1));
            sink.finish();

            assertThat(server.authorizations()).containsExactly("Basic d3JpdGVyOnDDpHNzd29yZA==");
        }
    }

    @Test
    void nothingIsLeftRunningAfterClose() throws Exception {
        server.script(refuse(503, ""));
        ElasticsearchSinkConfig config =
                config().backOff(Duration.ofHours(1), Duration.ofHours(1)).batch(1, 1024).build();
        int before = sinkThreads();
        try (WriterFixture sink = new WriterFixture(config)) {
            sink.write(entry("a", 1));
            sink.runUntil(() -> sink.metrics().value("elasticsearch.retried.unavailable") == 1);
            assertThat(sinkThreads()).isGreaterThan(before);
        }
        Awaitility.await().until(() -> sinkThreads() <= before);
    }

    private static int sinkThreads() {
        return (int)
                Thread.getAllStackTraces().keySet().stream()
                        .filter(
                                thread ->
                                        thread.getName().startsWith("elasticsearch-")
                                                || thread.getName().startsWith("I/O dispatcher"))
                        .count();
    }

    private ElasticsearchSinkConfig.Builder config() {
        ElasticsearchConnection connection =
                new ElasticsearchConnection(
                        List.of(server.address()), Credentials.none(), Duration.ofMillis(800));
        return ElasticsearchSinkConfig.builder(connection)
                .backOff(Duration.ofMillis(2), Duration.ofMillis(20));
    }

    private StubElasticsearch.Action letter() {
        return server.documents().values().stream()
                .filter(action -> action.index().equals(LETTERS))
                .findFirst()
                .orElseThrow();
    }

    private static String letterId(BulkEntry refused) {
        return SinkDeadLetter.of(refused, "", Instant.EPOCH, 0).id();
    }

    private static BulkEntry[] many(int number, int from) {
        return IntStream.range(from, from + number)
                .mapToObj(i -> entry("many-" + i, 1))
                .toArray(BulkEntry[]::new);
    }
}
