package vn.takedown.compliance.sink.elasticsearch;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What is to be done after one bulk request: the decision, apart from doing it.
 *
 * @param counts documents per outcome
 * @param retry documents to send again after a wait
 * @param split documents to send again at once in two halves; none or at least two
 * @param rejected documents that can never be written
 * @param slow whether the wait is a long one
 * @param failure why the job must fail, null when it need not
 */
record BulkResolution(
        Map<BulkOutcome, Integer> counts,
        List<BulkEntry> retry,
        List<BulkEntry> split,
        List<Rejected> rejected,
        boolean slow,
        String failure) {

    /**
     * A document that can never be written.
     *
     * @param errorType why, without any value
     * @param keepBytes whether its dead letter may hold it: not when it was too large to send
     */
    record Rejected(BulkEntry entry, String errorType, boolean keepBytes) {}

    /** Decides about the documents of one request by its reply. */
    static BulkResolution of(List<BulkEntry> entries, BulkReply reply) {
        Collector collector = new Collector();
        if (reply instanceof BulkReply.Accepted) {
            collector.count(BulkOutcome.INDEXED, entries.size());
        } else if (reply instanceof BulkReply.Partial partial) {
            collector.items(entries, partial.items());
        } else if (reply instanceof BulkReply.Refused refused) {
            collector.whole(
                    entries,
                    BulkItemClassifier.ofRequest(refused.status(), refused.errorType()),
                    refused.errorType().isEmpty()
                            ? "http_" + refused.status()
                            : refused.errorType());
        } else if (reply instanceof BulkReply.Failed failed) {
            collector.whole(
                    entries,
                    BulkItemClassifier.ofException(failed.cause()),
                    failed.cause().getClass().getSimpleName());
        }
        return collector.resolution();
    }

    /** Whether the cluster asked for a pause. */
    boolean waits() {
        return !retry.isEmpty();
    }

    private static final class Collector {
        private final Map<BulkOutcome, Integer> counts = new EnumMap<>(BulkOutcome.class);
        private final List<BulkEntry> retry = new ArrayList<>();
        private final List<BulkEntry> split = new ArrayList<>();
        private final List<Rejected> rejected = new ArrayList<>();
        private boolean slow;
        private String failure;

        private void count(BulkOutcome outcome, int documents) {
            counts.merge(outcome, documents, Integer::sum);
        }

        private void items(List<BulkEntry> entries, List<BulkReply.Item> items) {
            if (items.size() != entries.size()) {
                // Nobody knows which results are missing; what was written is written again.
                whole(entries, BulkOutcome.UNAVAILABLE, "incomplete_reply");
                return;
            }
            for (int i = 0; i < entries.size(); i++) {
                BulkReply.Item item = items.get(i);
                BulkOutcome outcome = BulkItemClassifier.ofItem(item.status(), item.errorType());
                count(outcome, 1);
                decide(
                        entries.get(i),
                        outcome,
                        item.errorType().isEmpty() ? "http_" + item.status() : item.errorType());
            }
        }

        private void whole(List<BulkEntry> entries, BulkOutcome outcome, String errorType) {
            if (outcome.decision() != BulkOutcome.Decision.SPLIT) {
                count(outcome, entries.size());
                entries.forEach(entry -> decide(entry, outcome, errorType));
            } else if (entries.size() > 1) {
                count(outcome, entries.size());
                split.addAll(entries);
            } else {
                single(entries.get(0), outcome, errorType);
            }
        }

        /** There is nothing left to split. */
        private void single(BulkEntry entry, BulkOutcome outcome, String errorType) {
            if (outcome == BulkOutcome.MALFORMED_REQUEST && SinkDeadLetter.isOne(entry)) {
                // A dead letter is well-formed: whatever refuses it would refuse anything.
                count(BulkOutcome.UNUSABLE, 1);
                decide(entry, BulkOutcome.UNUSABLE, errorType);
            } else {
                count(BulkOutcome.POISON, 1);
                rejected.add(new Rejected(entry, errorType, outcome != BulkOutcome.TOO_LARGE));
            }
        }

        private void decide(BulkEntry entry, BulkOutcome outcome, String errorType) {
            switch (outcome.decision()) {
                case ACCEPT -> {}
                case RETRY -> retry.add(entry);
                case RETRY_SLOWLY -> {
                    retry.add(entry);
                    slow = true;
                }
                case DEAD_LETTER -> rejected.add(new Rejected(entry, errorType, true));
                case FAIL ->
                        failure =
                                "Elasticsearch cannot be written to: "
                                        + outcome.label()
                                        + " ("
                                        + errorType
                                        + ") for alias "
                                        + entry.index();
                case SPLIT -> throw new IllegalStateException("an item of a reply cannot be split");
            }
        }

        private BulkResolution resolution() {
            return new BulkResolution(counts, retry, split, rejected, slow, failure);
        }
    }
}
