package vn.takedown.model.encoding;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Short forms of numbers, texts and instants. */
public final class Packed {

    /** Stands for an absent instant in {@link #writeInstants}. */
    private static final long ABSENT = Long.MIN_VALUE;

    private Packed() {}

    /** Seven bits a byte, small magnitudes of either sign first. */
    public static void writeLong(DataOutput output, long value) throws IOException {
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7fL) != 0) {
            output.writeByte((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        output.writeByte((int) rest);
    }

    public static long readLong(DataInput input) throws IOException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = input.readUnsignedByte();
            value |= (long) (next & 0x7f) << shift;
            if ((next & 0x80) == 0) {
                return (value >>> 1) ^ -(value & 1);
            }
        }
        throw new IOException("A packed number is longer than 64 bits.");
    }

    /** A number that is never negative. */
    public static void writeCount(DataOutput output, int count) throws IOException {
        if (count < 0) {
            throw new IllegalArgumentException("A count is never negative: " + count);
        }
        int rest = count;
        while ((rest & ~0x7f) != 0) {
            output.writeByte(rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        output.writeByte(rest);
    }

    public static int readCount(DataInput input) throws IOException {
        int value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int next = input.readUnsignedByte();
            value |= (next & 0x7f) << shift;
            if ((next & 0x80) == 0) {
                return value;
            }
        }
        throw new IOException("A packed count is longer than 32 bits.");
    }

    /**
     * Any length, unlike {@link DataOutput#writeUTF}.
     *
     * @param text may be null
     */
    public static void writeText(DataOutput output, String text) throws IOException {
        if (text == null) {
            writeCount(output, 0);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        writeCount(output, bytes.length + 1);
        output.write(bytes);
    }

    public static String readText(DataInput input) throws IOException {
        int length = readCount(input);
        if (length == 0) {
            return null;
        }
        byte[] bytes = new byte[length - 1];
        input.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** A text as {@link #writeText} writes it, one of a few that come again and again. */
    public static String readText(DataInput input, RepeatedTexts texts) throws IOException {
        int length = readCount(input);
        if (length == 0) {
            return null;
        }
        byte[] bytes = new byte[length - 1];
        input.readFully(bytes);
        return texts.get(bytes, 0, bytes.length);
    }

    /**
     * 64 lower-case hex digits in 32 bytes.
     *
     * @param digits may be null
     */
    public static void writeHash(DataOutput output, String digits) throws IOException {
        output.writeBoolean(digits != null);
        if (digits != null) {
            for (int i = 0; i < HexDigits.PER_HASH; i += HexDigits.PER_LONG) {
                output.writeLong(HexDigits.parse(digits, i));
            }
        }
    }

    public static String readHash(DataInput input) throws IOException {
        if (!input.readBoolean()) {
            return null;
        }
        return HexDigits.hash(
                input.readLong(), input.readLong(), input.readLong(), input.readLong());
    }

    /** In one byte; may be null. */
    public static void writeEnum(DataOutput output, Enum<?> value) throws IOException {
        output.writeByte(value == null ? 0 : value.ordinal() + 1);
    }

    /**
     * @param constants all of the type, in order
     */
    public static <E> E readEnum(DataInput input, E[] constants) throws IOException {
        int number = input.readUnsignedByte();
        return number == 0 ? null : constants[number - 1];
    }

    /** An instant that may be null, as {@link #writeInstants} takes it. */
    public static long orAbsent(Long instant) {
        return instant == null ? ABSENT : instant;
    }

    /** The reverse of {@link #orAbsent}. */
    public static Long orNull(long instant) {
        return instant == ABSENT ? null : instant;
    }

    /**
     * At most 32 instants, {@link Long#MIN_VALUE} for an absent one, the first as its distance from
     * a base and the others as theirs from the one before: many are the same or close by.
     */
    public static void writeInstants(DataOutput output, long base, long[] instants)
            throws IOException {
        int present = 0;
        for (int i = 0; i < instants.length; i++) {
            present |= instants[i] == ABSENT ? 0 : 1 << i;
        }
        writeLong(output, present);
        long previous = base;
        for (long instant : instants) {
            if (instant != ABSENT) {
                writeLong(output, instant - previous);
                previous = instant;
            }
        }
    }

    public static long[] readInstants(DataInput input, long base, int count) throws IOException {
        int present = (int) readLong(input);
        long[] instants = new long[count];
        long previous = base;
        for (int i = 0; i < count; i++) {
            boolean absent = (present & 1 << i) == 0;
            previous = absent ? previous : previous + readLong(input);
            instants[i] = absent ? ABSENT : previous;
        }
        return instants;
    }
}
