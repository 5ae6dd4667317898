package vn.takedown.compliance.event;

import org.apache.flink.api.common.typeinfo.TypeInformation;

/** Tells Flink to use {@link EventEnvelopeSerializer}. */
public final class EventEnvelopeType {

    public static final TypeInformation<EventEnvelope> INSTANCE =
            new PackedType<>(EventEnvelope.class, EventEnvelopeSerializer.INSTANCE);

    private EventEnvelopeType() {}
}
