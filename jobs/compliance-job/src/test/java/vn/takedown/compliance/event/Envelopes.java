package vn.takedown.compliance.event;

import java.time.Duration;
import vn.takedown.model.event.Acknowledgement;
import vn.takedown.model.event.AcknowledgementType;
import vn.takedown.model.event.Action;
import vn.takedown.model.event.Category;
import vn.takedown.model.event.ControlStatus;
import vn.takedown.model.event.Observation;
import vn.takedown.model.event.ObservationStatus;
import vn.takedown.model.event.RequestIssued;
import vn.takedown.model.event.RequestSource;
import vn.takedown.model.event.TakedownEvent;
import vn.takedown.model.event.Urgency;
import vn.takedown.model.event.Vantage;

/** Events of one target at one provider, told in hours after a fixed instant. */
public final class Envelopes {

    public static final String PROVIDER = "provider";
    public static final String TARGET = "a".repeat(64);
    public static final String CONTENT = "c".repeat(64);

    /** Hour 0. */
    public static final long START = 1_778_400_000_000L;

    private Envelopes() {}

    /** The instant so many hours after the start. */
    public static long hour(double hours) {
        return START + Math.round(hours * Duration.ofHours(1).toMillis());
    }

    public static EventEnvelope issued(String eventId, double hours, String itemId) {
        return issued(eventId, hours, itemId, TARGET);
    }

    public static EventEnvelope issued(
            String eventId, double hours, String itemId, String targetKey) {
        return envelope(
                InputTopic.REQUESTS,
                new RequestIssued(
                        eventId,
                        hour(hours),
                        "request",
                        itemId,
                        PROVIDER,
                        targetKey,
                        Action.REMOVE,
                        Category.CSAM,
                        Urgency.URGENT,
                        "authority",
                        RequestSource.AUTHORITY,
                        CONTENT,
                        null,
                        null));
    }

    public static EventEnvelope received(String eventId, double hours, String itemId) {
        return envelope(
                InputTopic.ACKNOWLEDGEMENTS,
                new Acknowledgement(
                        eventId,
                        hour(hours),
                        AcknowledgementType.RECEIVED,
                        "request",
                        itemId,
                        PROVIDER,
                        TARGET,
                        null));
    }

    public static EventEnvelope seen(String eventId, double hours, ObservationStatus status) {
        return seen(eventId, hours, status, "vantage");
    }

    public static EventEnvelope seen(
            String eventId, double hours, ObservationStatus status, String vantageId) {
        return envelope(
                InputTopic.OBSERVATIONS,
                new Observation(
                        eventId,
                        hour(hours),
                        PROVIDER,
                        TARGET,
                        status,
                        new Vantage(vantageId, "VN", 64500),
                        ControlStatus.UNKNOWN,
                        null,
                        null));
    }

    private static EventEnvelope envelope(InputTopic topic, TakedownEvent event) {
        return new EventEnvelope(event, new RecordOrigin(topic, 0, 0), Lateness.IN_TIME, null);
    }
}
