package vn.takedown.compliance.ingest;

import vn.takedown.model.event.ControlStatus;
import vn.takedown.model.event.Observation;
import vn.takedown.model.event.ObservationStatus;
import vn.takedown.model.event.TakedownEvent;
import vn.takedown.model.event.Vantage;

/**
 * Parser of {@link Topics#OBSERVATIONS}: gives {@link Observation} and heartbeats. An {@code
 * event_type} other than that of a heartbeat is an unknown field here.
 */
public final class ObservationParser implements RecordParser<TakedownEvent> {

    private final PlainObservation plain = new PlainObservation();
    private final StringCache cache = new StringCache();
    private final ObjectShape shape = ObjectShape.root();
    private final EventHeader header = new EventHeader(shape);
    private final Field<Boolean> heartbeat =
            shape.field("event_type", TextTypes.is(EventHeader.HEARTBEAT));
    private final Field<String> providerId = shape.field("provider_id", TextTypes.id(cache));
    private final Field<String> targetKey = shape.field("target_key", TextTypes.key());
    private final Field<ObservationStatus> status =
            shape.field("status", TextTypes.oneOf(ObservationStatus.class));
    private final Field<Vantage> vantage =
            shape.field("vantage", new VantageType("vantage", cache));
    private final Field<ControlStatus> controlStatus =
            shape.field("control_status", TextTypes.oneOf(ControlStatus.class));
    private final Field<String> contentKey = shape.field("content_key", TextTypes.key());
    private final Field<Integer> httpStatus =
            shape.field("http_status", NumberTypes.integerFrom(Integer.MIN_VALUE));
    private final RecordReader<TakedownEvent> reader = new RecordReader<>(shape, this::build);

    @Override
    public ParseResult<TakedownEvent> parse(byte[] value) {
        Observation observation = plain.read(value);
        return observation == null ? parseStrictly(value) : new ParseResult.Parsed<>(observation);
    }

    /** The one judge of what is not plain; {@link #parse} gives the same, only sooner. */
    ParseResult<TakedownEvent> parseStrictly(byte[] value) {
        return reader.read(value);
    }

    private TakedownEvent build() {
        if (shape.optional(heartbeat, false)) {
            return header.heartbeat();
        }
        header.check();
        shape.required(providerId);
        shape.required(targetKey);
        shape.required(status);
        shape.required(vantage);
        ControlStatus control = shape.optional(controlStatus, ControlStatus.UNKNOWN);
        shape.optional(contentKey);
        shape.optional(httpStatus);
        if (shape.problem() != null) {
            return null;
        }
        return new Observation(
                header.eventId(),
                header.occurredAt(),
                providerId.value(),
                targetKey.value(),
                status.value(),
                vantage.value(),
                control,
                contentKey.value(),
                httpStatus.value());
    }
}
