package vn.takedown.benchmarks.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import vn.takedown.benchmarks.run.Json;
import vn.takedown.benchmarks.workload.SteadyStream;
import vn.takedown.stack.client.ElasticsearchClient;

/**
 * Searches again and again for the cases it is told to expect, and notes when each is found first,
 * and when it is found to be past its deadline.
 */
final class SearchProbe implements AutoCloseable {

    /** The figures are coarser by so much. */
    static final long POLL_MILLIS = 100;

    private static final String ALIAS = "takedown-cases";
    private static final String PENDING = "PENDING";
    private static final int PAGE = 5_000;

    private final ElasticsearchClient elasticsearch;
    private final InstantSource clock;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();

    /** Heartbeats: event time → when it was sent. */
    private final ConcurrentSkipListMap<Long, Long> passed = new ConcurrentSkipListMap<>();

    private final Map<String, Expected> expected = new HashMap<>();
    private final List<Long> arrivals = new ArrayList<>();
    private final List<Long> breaches = new ArrayList<>();

    /** A case that has not shown all it will. */
    private static final class Expected {
        private final long issuedAt;
        private boolean found;

        Expected(long issuedAt) {
            this.issuedAt = issuedAt;
        }
    }

    SearchProbe(ElasticsearchClient elasticsearch, InstantSource clock) {
        this.elasticsearch = elasticsearch;
        this.clock = clock;
    }

    void start() {
        executor.scheduleWithFixedDelay(
                this::poll, POLL_MILLIS, POLL_MILLIS, TimeUnit.MILLISECONDS);
    }

    synchronized void expect(String caseId, long issuedAt) {
        expected.put(caseId, new Expected(issuedAt));
    }

    /** Event time has come to {@code at}; the word of it was sent at {@code sentAt}. */
    void passed(long at, long sentAt) {
        passed.put(at, sentAt);
    }

    synchronized int missing() {
        return expected.size();
    }

    synchronized int found() {
        return arrivals.size();
    }

    synchronized List<Long> arrivals() {
        return List.copyOf(arrivals);
    }

    synchronized List<Long> breaches() {
        return List.copyOf(breaches);
    }

    private synchronized long oldest() {
        return expected.values().stream().mapToLong(one -> one.issuedAt).min().orElse(-1);
    }

    private void poll() {
        long oldest = oldest();
        if (oldest < 0) {
            return;
        }
        try {
            JsonNode hits = elasticsearch.search(ALIAS, query(oldest)).path("hits").path("hits");
            long now = clock.millis();
            for (JsonNode hit : hits) {
                JsonNode source = hit.path("_source");
                note(source.path("case_id").asText(), source.path("verdict").asText(), now);
            }
        } catch (IOException notNow) {
            // The next poll will do; what is never found is told as missing.
            return;
        }
    }

    private synchronized void note(String caseId, String verdict, long now) {
        Expected one = expected.get(caseId);
        if (one == null) {
            return;
        }
        if (!one.found) {
            one.found = true;
            arrivals.add(now - one.issuedAt);
        }
        if (!verdict.equals(PENDING)) {
            long dueAt = one.issuedAt + SteadyStream.SHORT_CLOCK.toMillis();
            Map.Entry<Long, Long> heartbeat = passed.higherEntry(dueAt);
            breaches.add(now - (heartbeat == null ? dueAt : heartbeat.getValue()));
            expected.remove(caseId);
        }
    }

    private static ObjectNode query(long since) {
        ObjectNode query = Json.MAPPER.createObjectNode();
        query.put("size", PAGE);
        query.putArray("_source").add("case_id").add("verdict");
        query.putObject("query")
                .putObject("range")
                .putObject("issued_at")
                .put("gte", Instant.ofEpochMilli(since).toString());
        return query;
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
