package vn.takedown.model.encoding;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Lower-case hex digits, 16 of them in a {@code long}; those of a keyed hash in four. */
public final class HexDigits {

    /** Digits in a {@code long}. */
    public static final int PER_LONG = 16;

    /** Digits of a keyed hash. */
    public static final int PER_HASH = 64;

    private static final byte NONE = -1;
    private static final byte[] VALUES = values();
    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private HexDigits() {}

    private static byte[] values() {
        byte[] values = new byte[128];
        Arrays.fill(values, NONE);
        for (int i = 0; i < 10; i++) {
            values['0' + i] = (byte) i;
        }
        for (int i = 0; i < 6; i++) {
            values['a' + i] = (byte) (10 + i);
        }
        return values;
    }

    /** Whether all of {@code length} ASCII bytes are lower-case hex digits. */
    public static boolean areAll(byte[] ascii, int offset, int length) {
        int all = 0;
        for (int i = offset; i < offset + length; i++) {
            all |= VALUES[ascii[i] & 0x7f] | ascii[i];
        }
        return all >= 0;
    }

    /**
     * The sixteen digits from {@code offset} on, the first of them highest.
     *
     * @throws IllegalArgumentException when one is no lower-case hex digit
     */
    public static long parse(String digits, int offset) {
        long value = 0;
        int all = 0;
        for (int i = offset; i < offset + PER_LONG; i++) {
            char digit = digits.charAt(i);
            int next = digit < VALUES.length ? VALUES[digit] : NONE;
            all |= next;
            value = value << 4 | next & 0xf;
        }
        if (all < 0) {
            throw new IllegalArgumentException("A key has lower-case hex digits only.");
        }
        return value;
    }

    /** The 64 digits of a keyed hash. */
    public static String hash(long first, long second, long third, long fourth) {
        byte[] digits = new byte[PER_HASH];
        write(first, digits, 0);
        write(second, digits, PER_LONG);
        write(third, digits, 2 * PER_LONG);
        write(fourth, digits, 3 * PER_LONG);
        return new String(digits, StandardCharsets.ISO_8859_1);
    }

    private static void write(long value, byte[] digits, int offset) {
        long rest = value;
        for (int i = offset + PER_LONG - 1; i >= offset; i--) {
            digits[i] = DIGITS[(int) rest & 0xf];
            rest >>>= 4;
        }
    }
}
