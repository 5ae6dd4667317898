package vn.takedown.compliance.event;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import vn.takedown.model.encoding.Packed;
import vn.takedown.model.event.Acknowledgement;
import vn.takedown.model.event.AcknowledgementType;
import vn.takedown.model.event.Action;
import vn.takedown.model.event.Category;
import vn.takedown.model.event.ControlStatus;
import vn.takedown.model.event.Heartbeat;
import vn.takedown.model.event.Observation;
import vn.takedown.model.event.ObservationStatus;
import vn.takedown.model.event.RequestIssued;
import vn.takedown.model.event.RequestSource;
import vn.takedown.model.event.RequestUpdate;
import vn.takedown.model.event.RequestUpdated;
import vn.takedown.model.event.TakedownEvent;
import vn.takedown.model.event.Urgency;
import vn.takedown.model.event.Vantage;

/**
 * Events in bytes, on the network and in state. Enums are written as ordinals: a new value goes to
 * the end of its enum.
 */
public final class EventEncoding {

    private static final int ISSUED = 1;
    private static final int UPDATED = 2;
    private static final int ACKNOWLEDGEMENT = 3;

    /** Observations as they were written first; read for ever. */
    private static final int WORDY_OBSERVATION = 4;

    private static final int HEARTBEAT = 5;
    static final int OBSERVATION = 6;

    private static final Action[] ACTIONS = Action.values();
    private static final Category[] CATEGORIES = Category.values();
    private static final Urgency[] URGENCIES = Urgency.values();
    private static final RequestSource[] SOURCES = RequestSource.values();
    private static final RequestUpdate[] UPDATES = RequestUpdate.values();
    private static final AcknowledgementType[] ANSWERS = AcknowledgementType.values();
    private static final ObservationStatus[] STATUSES = ObservationStatus.values();
    private static final ControlStatus[] CONTROLS = ControlStatus.values();

    private EventEncoding() {}

    public static void write(TakedownEvent event, DataOutput output) throws IOException {
        if (event instanceof Observation observation) {
            output.writeByte(OBSERVATION);
            ProviderKeySerializer.write(
                    ProviderKey.of(observation.providerId(), observation.targetKey()), output);
            ObservationEncoding.write(observation, output);
        } else if (event instanceof RequestIssued issued) {
            output.writeByte(ISSUED);
            writeHeader(event, output);
            writeCase(
                    output,
                    issued.requestId(),
                    issued.itemId(),
                    issued.providerId(),
                    issued.targetKey());
            output.writeByte(issued.action().ordinal());
            output.writeByte(issued.category().ordinal());
            output.writeByte(issued.urgency().ordinal());
            output.writeUTF(issued.authorityId());
            output.writeByte(issued.source().ordinal());
            Packed.writeText(output, issued.contentKey());
            Packed.writeText(output, issued.accountKey());
            Packed.writeText(output, issued.legalBasis());
        } else if (event instanceof RequestUpdated updated) {
            output.writeByte(UPDATED);
            writeHeader(event, output);
            output.writeByte(updated.update().ordinal());
            writeCase(
                    output,
                    updated.requestId(),
                    updated.itemId(),
                    updated.providerId(),
                    updated.targetKey());
            Packed.writeText(output, updated.reason());
        } else if (event instanceof Acknowledgement answer) {
            output.writeByte(ACKNOWLEDGEMENT);
            writeHeader(event, output);
            output.writeByte(answer.type().ordinal());
            writeCase(
                    output,
                    answer.requestId(),
                    answer.itemId(),
                    answer.providerId(),
                    answer.targetKey());
            Packed.writeText(output, answer.reason());
        } else if (event instanceof Heartbeat) {
            output.writeByte(HEARTBEAT);
            writeHeader(event, output);
        } else {
            throw new IllegalStateException("No encoding for " + event.getClass());
        }
    }

    public static TakedownEvent read(DataInput input) throws IOException {
        return read(input.readUnsignedByte(), input);
    }

    static TakedownEvent read(int kind, DataInput input) throws IOException {
        if (kind == OBSERVATION) {
            return ObservationEncoding.read(ProviderKeySerializer.read(input), input);
        }
        String eventId = input.readUTF();
        long occurredAt = Packed.readLong(input);
        return switch (kind) {
            case ISSUED ->
                    new RequestIssued(
                            eventId,
                            occurredAt,
                            input.readUTF(),
                            input.readUTF(),
                            input.readUTF(),
                            input.readUTF(),
                            ACTIONS[input.readUnsignedByte()],
                            CATEGORIES[input.readUnsignedByte()],
                            URGENCIES[input.readUnsignedByte()],
                            input.readUTF(),
                            SOURCES[input.readUnsignedByte()],
                            Packed.readText(input),
                            Packed.readText(input),
                            Packed.readText(input));
            case UPDATED ->
                    new RequestUpdated(
                            eventId,
                            occurredAt,
                            UPDATES[input.readUnsignedByte()],
                            input.readUTF(),
                            input.readUTF(),
                            input.readUTF(),
                            input.readUTF(),
                            Packed.readText(input));
            case ACKNOWLEDGEMENT ->
                    new Acknowledgement(
                            eventId,
                            occurredAt,
                            ANSWERS[input.readUnsignedByte()],
                            input.readUTF(),
                            input.readUTF(),
                            input.readUTF(),
                            input.readUTF(),
                            Packed.readText(input));
            case WORDY_OBSERVATION -> readWordyObservation(eventId, occurredAt, input);
            case HEARTBEAT -> new Heartbeat(eventId, occurredAt);
            default -> throw new IOException("No event of kind " + kind + " is known.");
        };
    }

    private static Observation readWordyObservation(
            String eventId, long occurredAt, DataInput input) throws IOException {
        String providerId = input.readUTF();
        String targetKey = input.readUTF();
        ObservationStatus status = STATUSES[input.readUnsignedByte()];
        ControlStatus control = CONTROLS[input.readUnsignedByte()];
        Vantage vantage =
                new Vantage(input.readUTF(), Packed.readText(input), Packed.readLong(input));
        return new Observation(
                eventId,
                occurredAt,
                providerId,
                targetKey,
                status,
                vantage,
                control,
                Packed.readText(input),
                readInteger(input));
    }

    private static void writeHeader(TakedownEvent event, DataOutput output) throws IOException {
        output.writeUTF(event.eventId());
        Packed.writeLong(output, event.occurredAt());
    }

    private static void writeCase(
            DataOutput output, String requestId, String itemId, String providerId, String targetKey)
            throws IOException {
        output.writeUTF(requestId);
        output.writeUTF(itemId);
        output.writeUTF(providerId);
        output.writeUTF(targetKey);
    }

    private static Integer readInteger(DataInput input) throws IOException {
        return input.readBoolean() ? (Integer) (int) Packed.readLong(input) : null;
    }
}
