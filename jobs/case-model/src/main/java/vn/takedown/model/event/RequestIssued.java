package vn.takedown.model.event;

/**
 * An authority asks for one item to be removed or blocked.
 *
 * @param contentKey keyed hash of the content, null when unknown
 * @param accountKey keyed hash of the account that posted it, null when unknown
 * @param legalBasis the law the request names, null when it names none
 */
public record RequestIssued(
        String eventId,
        long occurredAt,
        String requestId,
        String itemId,
        String providerId,
        String targetKey,
        Action action,
        Category category,
        Urgency urgency,
        String authorityId,
        RequestSource source,
        String contentKey,
        String accountKey,
        String legalBasis)
        implements CaseEvent {}
