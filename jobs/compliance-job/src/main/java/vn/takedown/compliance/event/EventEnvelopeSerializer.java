package vn.takedown.compliance.event;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import vn.takedown.model.encoding.Packed;
import vn.takedown.model.event.Observation;
import vn.takedown.model.event.TakedownEvent;

/** Envelopes are immutable, so copies are free. */
public final class EventEnvelopeSerializer extends ImmutableSerializer<EventEnvelope> {

    public static final EventEnvelopeSerializer INSTANCE = new EventEnvelopeSerializer();

    private static final long serialVersionUID = 1L;
    private static final InputTopic[] TOPICS = InputTopic.values();
    private static final Lateness[] LATENESS = Lateness.values();

    @Override
    public void serialize(EventEnvelope envelope, DataOutputView output) throws IOException {
        if (envelope.event() instanceof Observation observation) {
            output.writeByte(EventEncoding.OBSERVATION);
            ProviderKeySerializer.write(envelope.target(), output);
            ObservationEncoding.write(observation, output);
        } else {
            EventEncoding.write(envelope.event(), output);
        }
        output.writeByte(envelope.origin().topic().ordinal());
        Packed.writeCount(output, envelope.origin().partition());
        Packed.writeLong(output, envelope.origin().offset());
        output.writeByte(
                envelope.lateness().ordinal() << 1 | (envelope.original() != null ? 1 : 0));
        if (envelope.original() != null) {
            writeBytes(output, envelope.original().key());
            writeBytes(output, envelope.original().value());
            Packed.writeLong(output, envelope.original().timestamp());
        }
    }

    @Override
    public EventEnvelope deserialize(DataInputView input) throws IOException {
        int kind = input.readUnsignedByte();
        if (kind == EventEncoding.OBSERVATION) {
            ProviderKey target = ProviderKeySerializer.read(input);
            return deserialize(ObservationEncoding.read(target, input), target, input);
        }
        TakedownEvent event = EventEncoding.read(kind, input);
        return deserialize(event, EventEnvelope.targetOf(event), input);
    }

    private static EventEnvelope deserialize(
            TakedownEvent event, ProviderKey target, DataInputView input) throws IOException {
        RecordOrigin origin =
                new RecordOrigin(
                        TOPICS[input.readUnsignedByte()],
                        Packed.readCount(input),
                        Packed.readLong(input));
        int flags = input.readUnsignedByte();
        OriginalRecord original =
                (flags & 1) == 0
                        ? null
                        : new OriginalRecord(
                                readBytes(input), readBytes(input), Packed.readLong(input));
        return new EventEnvelope(event, target, origin, LATENESS[flags >> 1], original);
    }

    private static void writeBytes(DataOutputView output, byte[] bytes) throws IOException {
        Packed.writeCount(output, bytes == null ? 0 : bytes.length + 1);
        if (bytes != null) {
            output.write(bytes);
        }
    }

    private static byte[] readBytes(DataInputView input) throws IOException {
        int length = Packed.readCount(input);
        if (length == 0) {
            return null;
        }
        byte[] bytes = new byte[length - 1];
        input.readFully(bytes);
        return bytes;
    }

    @Override
    public TypeSerializerSnapshot<EventEnvelope> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Named in savepoints: neither rename nor move it. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<EventEnvelope> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
