package vn.takedown.compliance.ingest;

import vn.takedown.model.event.Heartbeat;

/**
 * What the reference topics have in common: heartbeats, and a {@code schema_version} that may be
 * left out but, when there, is 1.
 */
final class ReferenceHeader {

    private final ObjectShape shape;
    private final EventHeader header;
    private final Field<Boolean> heartbeat;

    ReferenceHeader(ObjectShape shape) {
        this.shape = shape;
        this.header = new EventHeader(shape);
        this.heartbeat = shape.field("event_type", TextTypes.is(EventHeader.HEARTBEAT));
    }

    boolean isHeartbeat() {
        return shape.optional(heartbeat, false);
    }

    /** Takes the fields of a heartbeat; null when one of them is bad. */
    ReferenceRecord heartbeat() {
        Heartbeat beat = header.heartbeat();
        return beat == null ? null : new ReferenceRecord.ReferenceHeartbeat(beat);
    }

    void checkSchemaVersion() {
        header.checkSchemaVersion();
    }
}
