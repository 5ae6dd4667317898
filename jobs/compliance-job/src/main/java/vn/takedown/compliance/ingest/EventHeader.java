package vn.takedown.compliance.ingest;

import vn.takedown.model.event.Heartbeat;

/** The common fields of all events, and the heartbeat, which has no others (contract section 1). */
final class EventHeader {

    /** The {@code event_type} of a heartbeat. */
    static final String HEARTBEAT = "HEARTBEAT";

    private final ObjectShape shape;
    private final Field<Long> schemaVersion;
    private final Field<String> eventId;
    private final Field<Long> occurredAt;

    EventHeader(ObjectShape shape) {
        this.shape = shape;
        this.schemaVersion = shape.field("schema_version", NumberTypes.schemaVersion());
        this.eventId = shape.field("event_id", TextTypes.eventId());
        this.occurredAt = shape.field("occurred_at", TextTypes.instant());
    }

    /** Takes the three common fields; false when one of them is bad. */
    boolean check() {
        shape.required(schemaVersion);
        shape.required(eventId);
        shape.required(occurredAt);
        return shape.problem() == null;
    }

    /** Takes {@code schema_version} alone, which reference records may leave out. */
    void checkSchemaVersion() {
        shape.optional(schemaVersion);
    }

    /** Takes the fields of a heartbeat; null when one of them is bad. */
    Heartbeat heartbeat() {
        return check() ? new Heartbeat(eventId(), occurredAt()) : null;
    }

    /** After a successful {@link #check}. */
    String eventId() {
        return eventId.value();
    }

    /** Milliseconds since the epoch, after a successful {@link #check}. */
    long occurredAt() {
        return occurredAt.value();
    }
}
