package vn.takedown.model.event;

/**
 * The producer's word that nothing earlier than {@link #occurredAt()} follows on this partition. It
 * moves time and is part of no case.
 */
public record Heartbeat(String eventId, long occurredAt) implements TakedownEvent {}
