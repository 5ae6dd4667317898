package vn.takedown.compliance.ingest;

import vn.takedown.model.event.Acknowledgement;
import vn.takedown.model.event.AcknowledgementType;
import vn.takedown.model.event.TakedownEvent;

/** Parser of {@link Topics#ACKNOWLEDGEMENTS}: gives {@link Acknowledgement} and heartbeats. */
public final class AcknowledgementParser implements RecordParser<TakedownEvent> {

    private enum EventType {
        RECEIVED(AcknowledgementType.RECEIVED),
        ACCEPTED(AcknowledgementType.ACCEPTED),
        CLAIMED_DONE(AcknowledgementType.CLAIMED_DONE),
        OBJECTED(AcknowledgementType.OBJECTED),
        REFUSED(AcknowledgementType.REFUSED),
        HEARTBEAT(null);

        private final AcknowledgementType acknowledgement;

        EventType(AcknowledgementType acknowledgement) {
            this.acknowledgement = acknowledgement;
        }
    }

    private final ObjectShape shape = ObjectShape.root();
    private final EventHeader header = new EventHeader(shape);
    private final Field<EventType> eventType =
            shape.field("event_type", TextTypes.oneOf(EventType.class));
    private final CaseReference reference = new CaseReference(shape, new StringCache());
    private final Field<String> reason = shape.field("reason", TextTypes.freeText());
    private final RecordReader<TakedownEvent> reader = new RecordReader<>(shape, this::build);

    @Override
    public ParseResult<TakedownEvent> parse(byte[] value) {
        return reader.read(value);
    }

    private TakedownEvent build() {
        header.check();
        EventType type = shape.required(eventType);
        if (shape.problem() != null) {
            return null;
        }
        if (type == EventType.HEARTBEAT) {
            return header.heartbeat();
        }
        reference.check();
        shape.optional(reason);
        if (shape.problem() != null) {
            return null;
        }
        return new Acknowledgement(
                header.eventId(),
                header.occurredAt(),
                type.acknowledgement,
                reference.requestId(),
                reference.itemId(),
                reference.providerId(),
                reference.targetKey(),
                reason.value());
    }
}
