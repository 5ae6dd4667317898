package vn.takedown.model.event;

/**
 * A later step in the life of a request item.
 *
 * @param reason free of any personal data, null when none was given
 */
public record RequestUpdated(
        String eventId,
        long occurredAt,
        RequestUpdate update,
        String requestId,
        String itemId,
        String providerId,
        String targetKey,
        String reason)
        implements CaseEvent {}
