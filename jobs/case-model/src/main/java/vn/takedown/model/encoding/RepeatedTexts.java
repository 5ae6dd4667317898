package vn.takedown.model.encoding;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Gives short texts that come again and again, such as provider ids, without a new copy each time.
 * A newer text takes the place of an older one, so that the size is bounded.
 *
 * <p>Threads may share one: entries never change, and one that is lost between threads is made
 * anew.
 */
public final class RepeatedTexts {

    private static final int SLOTS = 4096;

    private static final int MAX_LENGTH = 64;

    private record Entry(byte[] bytes, String text) {}

    private final Entry[] slots = new Entry[SLOTS];

    /** The text of these bytes, which are UTF-8. */
    public String get(byte[] bytes, int offset, int length) {
        if (length > MAX_LENGTH) {
            return new String(bytes, offset, length, StandardCharsets.UTF_8);
        }
        int end = offset + length;
        int hash = 0;
        for (int i = offset; i < end; i++) {
            hash = 31 * hash + bytes[i];
        }
        int slot = (hash ^ (hash >>> 16)) & (SLOTS - 1);
        Entry known = slots[slot];
        if (known == null
                || !Arrays.equals(known.bytes, 0, known.bytes.length, bytes, offset, end)) {
            known =
                    new Entry(
                            Arrays.copyOfRange(bytes, offset, end),
                            new String(bytes, offset, length, StandardCharsets.UTF_8));
            slots[slot] = known;
        }
        return known.text;
    }
}
