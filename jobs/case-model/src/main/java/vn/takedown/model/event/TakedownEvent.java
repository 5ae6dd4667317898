package vn.takedown.model.event;

/** One valid event of an input topic (contract section 1). */
public sealed interface TakedownEvent permits CaseEvent, Observation, Heartbeat {

    /** Unique within the topic, 1 to 64 characters. */
    String eventId();

    /** Event time in milliseconds since the epoch. */
    long occurredAt();
}
