package vn.takedown.compliance.event;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/** Tells Flink to use {@link EventEnvelopeSerializer}. */
public final class EventEnvelopeType extends TypeInformation<EventEnvelope> {

    public static final EventEnvelopeType INSTANCE = new EventEnvelopeType();

    private static final long serialVersionUID = 1L;

    @Override
    public boolean isBasicType() {
        return false;
    }

    @Override
    public boolean isTupleType() {
        return false;
    }

    @Override
    public int getArity() {
        return 1;
    }

    @Override
    public int getTotalFields() {
        return 1;
    }

    @Override
    public Class<EventEnvelope> getTypeClass() {
        return EventEnvelope.class;
    }

    @Override
    public boolean isKeyType() {
        return false;
    }

    @Override
    public TypeSerializer<EventEnvelope> createSerializer(SerializerConfig config) {
        return EventEnvelopeSerializer.INSTANCE;
    }

    @Override
    public String toString() {
        return "EventEnvelope";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EventEnvelopeType;
    }

    @Override
    public int hashCode() {
        return EventEnvelopeType.class.hashCode();
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof EventEnvelopeType;
    }
}
