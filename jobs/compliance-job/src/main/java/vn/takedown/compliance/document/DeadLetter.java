package vn.takedown.compliance.document;

import vn.takedown.compliance.event.EventEnvelope;
import vn.takedown.compliance.event.OriginalRecord;
import vn.takedown.compliance.event.RecordOrigin;
import vn.takedown.compliance.ingest.RejectionReason;

/**
 * A rejected record, with everything needed to judge and to send it again.
 *
 * @param detail one line for a person; names fields, never values
 * @param recordKey null when the record has none
 * @param originalBytes the value byte for byte; null when the record has none
 * @param firstSeen the record's Kafka timestamp, milliseconds since the epoch: the same in a replay
 */
public record DeadLetter(
        String topic,
        int partition,
        long offset,
        RejectionReason reason,
        String detail,
        byte[] recordKey,
        byte[] originalBytes,
        long firstSeen) {

    public static DeadLetter of(
            RecordOrigin origin, OriginalRecord original, RejectionReason reason, String detail) {
        return new DeadLetter(
                origin.topic().topicName(),
                origin.partition(),
                origin.offset(),
                reason,
                detail,
                original.key(),
                original.value(),
                original.timestamp());
    }

    /** An event that cannot be applied any more. */
    public static DeadLetter tooLate(EventEnvelope envelope, String why) {
        OriginalRecord original = envelope.original();
        return original != null
                ? of(envelope.origin(), original, RejectionReason.TOO_LATE, "occurred_at: " + why)
                : of(
                        envelope.origin(),
                        new OriginalRecord(null, null, envelope.event().occurredAt()),
                        RejectionReason.TOO_LATE,
                        "occurred_at: " + why + "; the record lies at its offset in Kafka");
    }

    /** {@code topic|partition|offset} (contract section 4). */
    public String id() {
        return topic + '|' + partition + '|' + offset;
    }
}
