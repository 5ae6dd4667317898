package vn.takedown.compliance.sink.elasticsearch;

import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * Counts documents by what became of them, under {@code elasticsearch}: {@code indexed}, {@code
 * stale}, {@code poison}, {@code superseded}, {@code dead_letters_lost}, {@code retried.*}, {@code
 * split.*} and {@code failed.*}. Used on the task thread only: plain counters are not thread-safe.
 */
final class BulkCounters {

    private final Map<BulkOutcome, Counter> byOutcome = new EnumMap<>(BulkOutcome.class);
    private final Counter superseded;
    private final Counter deadLettersLost;

    BulkCounters(MetricGroup metrics) {
        MetricGroup group = metrics.addGroup("elasticsearch");
        MetricGroup retried = group.addGroup("retried");
        MetricGroup split = group.addGroup("split");
        MetricGroup failed = group.addGroup("failed");
        for (BulkOutcome outcome : BulkOutcome.values()) {
            MetricGroup home =
                    switch (outcome.decision()) {
                        case ACCEPT, DEAD_LETTER -> group;
                        case RETRY, RETRY_SLOWLY -> retried;
                        case SPLIT -> split;
                        case FAIL -> failed;
                    };
            byOutcome.put(outcome, home.counter(outcome.label()));
        }
        superseded = group.counter("superseded");
        deadLettersLost = group.counter("dead_letters_lost");
    }

    void count(BulkResolution resolution) {
        resolution.counts().forEach((outcome, documents) -> byOutcome.get(outcome).inc(documents));
    }

    /** A document that cannot be sent at all. */
    void poison() {
        byOutcome.get(BulkOutcome.POISON).inc();
    }

    /** A document that a newer version of it replaced before it was sent. */
    void superseded() {
        superseded.inc();
    }

    /** A dead letter that Elasticsearch does not take either. */
    void deadLetterLost() {
        deadLettersLost.inc();
    }
}
