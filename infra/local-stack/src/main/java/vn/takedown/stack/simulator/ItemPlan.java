package vn.takedown.stack.simulator;

import vn.takedown.model.event.Action;
import vn.takedown.model.event.Category;
import vn.takedown.model.event.RequestSource;
import vn.takedown.model.event.Urgency;

/**
 * One request item as the authority sends it.
 *
 * @param number counts the items of the stream, from 0
 * @param contentKey null when the content is not identified
 * @param accountKey null when no account is known
 * @param legalBasis null when the request names none
 * @param reportedAt since when the crawler looks, at most 48 hours before {@code issuedAt}
 * @param sourceGoneAt when the content vanishes without the provider; {@link Long#MAX_VALUE} when
 *     it does not
 * @param dice for this item's life alone
 */
record ItemPlan(
        long number,
        String requestId,
        String itemId,
        SimulatedProvider provider,
        String targetKey,
        String contentKey,
        String accountKey,
        Action action,
        Category category,
        Urgency urgency,
        RequestSource source,
        String authorityId,
        String legalBasis,
        long issuedAt,
        long reportedAt,
        long sourceGoneAt,
        Dice dice) {

    boolean goneBeforeIssue() {
        return sourceGoneAt < issuedAt;
    }

    String providerId() {
        return provider.provider().providerId();
    }
}
