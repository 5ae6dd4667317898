package vn.takedown.model.cases;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.UUID;
import vn.takedown.model.cases.PastEvent.Answered;
import vn.takedown.model.cases.PastEvent.Content;
import vn.takedown.model.cases.PastEvent.Issued;
import vn.takedown.model.cases.PastEvent.Seen;
import vn.takedown.model.cases.PastEvent.Updated;
import vn.takedown.model.encoding.Packed;
import vn.takedown.model.event.AcknowledgementType;
import vn.takedown.model.event.RequestUpdate;

/**
 * How a past event is kept in bytes: most of what is kept of a target that is looked at, so its
 * event id takes 16 bytes when it is a UUID. The upper bits of the first byte are the version, the
 * lowest tells a late event. Version 2 is the same without ids in 16 bytes.
 */
public final class PastEventEncoding {

    private static final int VERSION = 3;
    private static final int VERSION_WITHOUT_UUIDS = 2;
    private static final int UUID_FLAG = 8;
    private static final int UUID_LENGTH = 36;
    private static final int ISSUED = 0;
    private static final int UPDATED = 1;
    private static final int ANSWERED = 2;
    private static final int SEEN = 3;

    private static final RequestUpdate[] UPDATES = RequestUpdate.values();
    private static final AcknowledgementType[] ANSWERS = AcknowledgementType.values();

    private PastEventEncoding() {}

    public static void write(PastEvent past, DataOutput output) throws IOException {
        UUID id = uuid(past.eventId());
        output.writeByte(
                VERSION << 4
                        | (id == null ? 0 : UUID_FLAG)
                        | kind(past.content()) << 1
                        | (past.late() ? 1 : 0));
        Packed.writeLong(output, past.at());
        if (id == null) {
            Packed.writeText(output, past.eventId());
        } else {
            output.writeLong(id.getMostSignificantBits());
            output.writeLong(id.getLeastSignificantBits());
        }
        if (past.content() instanceof Issued issued) {
            writeIds(issued.requestId(), issued.itemId(), output);
        } else if (past.content() instanceof Updated updated) {
            writeIds(updated.requestId(), updated.itemId(), output);
            output.writeByte(updated.update().ordinal());
        } else if (past.content() instanceof Answered answered) {
            writeIds(answered.requestId(), answered.itemId(), output);
            output.writeByte(answered.answer().ordinal());
        } else if (past.content() instanceof Seen seen) {
            TargetStateEncoding.writeSighting(seen.sighting(), past.at(), output);
        }
    }

    /** Null when the text is not exactly what a UUID is written as. */
    private static UUID uuid(String text) {
        if (text.length() != UUID_LENGTH) {
            return null;
        }
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equals(text) ? id : null;
        } catch (IllegalArgumentException anotherText) {
            return null;
        }
    }

    private static int kind(Content content) {
        if (content instanceof Issued) {
            return ISSUED;
        }
        if (content instanceof Updated) {
            return UPDATED;
        }
        return content instanceof Answered ? ANSWERED : SEEN;
    }

    private static void writeIds(String requestId, String itemId, DataOutput output)
            throws IOException {
        Packed.writeText(output, requestId);
        Packed.writeText(output, itemId);
    }

    /**
     * @throws IOException also when the version is not known
     */
    public static PastEvent read(DataInput input) throws IOException {
        int first = input.readUnsignedByte();
        if (first >> 4 != VERSION && first >> 4 != VERSION_WITHOUT_UUIDS) {
            throw new IOException("A past event of version " + (first >> 4) + " cannot be read.");
        }
        long at = Packed.readLong(input);
        String eventId =
                (first & UUID_FLAG) == 0
                        ? Packed.readText(input)
                        : new UUID(input.readLong(), input.readLong()).toString();
        Content content =
                switch (first >> 1 & 3) {
                    case ISSUED -> new Issued(Packed.readText(input), Packed.readText(input));
                    case UPDATED ->
                            new Updated(
                                    Packed.readText(input),
                                    Packed.readText(input),
                                    UPDATES[input.readUnsignedByte()]);
                    case ANSWERED ->
                            new Answered(
                                    Packed.readText(input),
                                    Packed.readText(input),
                                    ANSWERS[input.readUnsignedByte()]);
                    case SEEN -> new Seen(TargetStateEncoding.readSighting(at, input));
                    default -> throw new IOException("A past event of an unknown kind.");
                };
        return new PastEvent(at, eventId, (first & 1) != 0, content);
    }
}
