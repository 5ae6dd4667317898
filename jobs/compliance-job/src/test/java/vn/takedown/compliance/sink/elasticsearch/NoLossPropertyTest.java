package vn.takedown.compliance.sink.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

class NoLossPropertyTest {

    @Provide
    Arbitrary<List<BulkEntry>> writes() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 15), Arbitraries.longs().between(0, 30))
                .as((id, version) -> Entries.entry("case-" + id, version))
                .list()
                .ofMinSize(1)
                .ofMaxSize(80);
    }

    @Provide
    Arbitrary<List<StubElasticsearch.Answer>> troubles() {
        return Arbitraries.oneOf(
                        wholeRequest(), Arbitraries.integers().between(2, 5).map(this::everyNth))
                .list()
                .ofMaxSize(15);
    }

    private Arbitrary<StubElasticsearch.Answer> wholeRequest() {
        return Arbitraries.of(
                StubElasticsearch.HEALTHY,
                StubElasticsearch.cut(),
                StubElasticsearch.writeThenCut(),
                StubElasticsearch.refuse(429, "es_rejected_execution_exception"),
                StubElasticsearch.refuse(429, "circuit_breaking_exception"),
                StubElasticsearch.refuse(503, "cluster_block_exception"),
                StubElasticsearch.refuse(502, ""),
                tooLargeUnlessAlone());
    }

    private static StubElasticsearch.Answer tooLargeUnlessAlone() {
        return (server, exchange, actions) ->
                (actions.size() > 1 ? StubElasticsearch.refuse(413, "") : StubElasticsearch.HEALTHY)
                        .give(server, exchange, actions);
    }

    private StubElasticsearch.Answer everyNth(int n) {
        return StubElasticsearch.items(
                action ->
                        (action.id().hashCode() + action.version()) % n == 0
                                ? new BulkReply.Item(429, "es_rejected_execution_exception")
                                : null);
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void whateverPassingTroublesComeTheNewestVersionOfEveryDocumentArrives(
            @ForAll("writes") List<BulkEntry> writes,
            @ForAll("troubles") List<StubElasticsearch.Answer> troubles)
            throws Exception {
        Map<String, Long> expected = new HashMap<>();
        writes.forEach(entry -> expected.merge(entry.id(), entry.version(), Math::max));
        try (StubElasticsearch server = new StubElasticsearch()) {
            server.script(troubles.toArray(new StubElasticsearch.Answer[0]));
            try (WriterFixture sink = new WriterFixture(config(server))) {
                for (BulkEntry entry : writes) {
                    sink.write(entry);
                }
                sink.finish();
            }
            Map<String, Long> written = new HashMap<>();
            server.documents().values().forEach(a -> written.put(a.id(), a.version()));
            assertThat(written).isEqualTo(expected);
        }
    }

    private static ElasticsearchSinkConfig config(StubElasticsearch server) {
        ElasticsearchConnection connection =
                new ElasticsearchConnection(
                        List.of(server.address()), Credentials.none(), Duration.ofSeconds(2));
        return ElasticsearchSinkConfig.builder(connection)
                .batch(7, 1 << 20)
                .buffer(20, Duration.ofMillis(3))
                .backOff(Duration.ofMillis(1), Duration.ofMillis(5))
                .build();
    }
}
