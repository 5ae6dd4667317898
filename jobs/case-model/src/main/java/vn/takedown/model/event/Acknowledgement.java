package vn.takedown.model.event;

/**
 * What a provider answers to a request item.
 *
 * @param reason null when none was given
 */
public record Acknowledgement(
        String eventId,
        long occurredAt,
        AcknowledgementType type,
        String requestId,
        String itemId,
        String providerId,
        String targetKey,
        String reason)
        implements CaseEvent {}
