package vn.takedown.compliance.ingest;

import vn.takedown.model.event.Action;
import vn.takedown.model.event.Category;
import vn.takedown.model.event.RequestIssued;
import vn.takedown.model.event.RequestSource;
import vn.takedown.model.event.RequestUpdate;
import vn.takedown.model.event.RequestUpdated;
import vn.takedown.model.event.TakedownEvent;
import vn.takedown.model.event.Urgency;

/**
 * Parser of {@link Topics#REQUESTS}: gives {@link RequestIssued}, {@link RequestUpdated} and
 * heartbeats.
 *
 * <p>What is asked for ({@code action} to {@code legal_basis}) is looked at on {@code ISSUED} only,
 * {@code reason} only where the contract names it.
 */
public final class RequestParser implements RecordParser<TakedownEvent> {

    private enum EventType {
        ISSUED(null, false),
        DELIVERED(RequestUpdate.DELIVERED, false),
        UNDELIVERABLE(RequestUpdate.UNDELIVERABLE, true),
        HELD(RequestUpdate.HELD, true),
        RELEASED(RequestUpdate.RELEASED, false),
        PAUSED(RequestUpdate.PAUSED, true),
        RESUMED(RequestUpdate.RESUMED, false),
        WITHDRAWN(RequestUpdate.WITHDRAWN, true),
        HEARTBEAT(null, false);

        private final RequestUpdate update;
        private final boolean hasReason;

        EventType(RequestUpdate update, boolean hasReason) {
            this.update = update;
            this.hasReason = hasReason;
        }
    }

    private final StringCache cache = new StringCache();
    private final ObjectShape shape = ObjectShape.root();
    private final EventHeader header = new EventHeader(shape);
    private final Field<EventType> eventType =
            shape.field("event_type", TextTypes.oneOf(EventType.class));
    private final CaseReference reference = new CaseReference(shape, cache);
    private final Field<Action> action = shape.field("action", TextTypes.oneOf(Action.class));
    private final Field<Category> category =
            shape.field("category", TextTypes.oneOf(Category.class));
    private final Field<Urgency> urgency = shape.field("urgency", TextTypes.oneOf(Urgency.class));
    private final Field<String> authorityId = shape.field("authority_id", TextTypes.id(cache));
    private final Field<RequestSource> source =
            shape.field("source", TextTypes.oneOf(RequestSource.class));
    private final Field<String> contentKey = shape.field("content_key", TextTypes.key());
    private final Field<String> accountKey = shape.field("account_key", TextTypes.key());
    private final Field<String> legalBasis =
            shape.field("legal_basis", TextTypes.repeatedText(cache));
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
        return type == EventType.ISSUED ? issued() : updated(type);
    }

    private RequestIssued issued() {
        shape.required(action);
        shape.required(category);
        shape.required(urgency);
        shape.required(authorityId);
        shape.required(source);
        shape.optional(contentKey);
        shape.optional(accountKey);
        shape.optional(legalBasis);
        if (shape.problem() != null) {
            return null;
        }
        return new RequestIssued(
                header.eventId(),
                header.occurredAt(),
                reference.requestId(),
                reference.itemId(),
                reference.providerId(),
                reference.targetKey(),
                action.value(),
                category.value(),
                urgency.value(),
                authorityId.value(),
                source.value(),
                contentKey.value(),
                accountKey.value(),
                legalBasis.value());
    }

    private RequestUpdated updated(EventType type) {
        String givenReason = type.hasReason ? shape.optional(reason) : null;
        if (shape.problem() != null) {
            return null;
        }
        return new RequestUpdated(
                header.eventId(),
                header.occurredAt(),
                type.update,
                reference.requestId(),
                reference.itemId(),
                reference.providerId(),
                reference.targetKey(),
                givenReason);
    }
}
