package vn.takedown.compliance.ingest;

/**
 * Gives short strings that come again and again, such as provider ids, without a new copy each
 * time. A newer string takes the place of an older one, so that the size is bounded.
 */
final class StringCache {

    private static final int SLOTS = 4096;

    private static final int MAX_LENGTH = 64;

    private final String[] slots = new String[SLOTS];

    String get(char[] characters, int offset, int length) {
        if (length > MAX_LENGTH) {
            return new String(characters, offset, length);
        }
        int hash = 0;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + characters[i];
        }
        int slot = (hash ^ (hash >>> 16)) & (SLOTS - 1);
        String cached = slots[slot];
        if (cached != null && isSame(cached, characters, offset, length)) {
            return cached;
        }
        String fresh = new String(characters, offset, length);
        slots[slot] = fresh;
        return fresh;
    }

    private static boolean isSame(String cached, char[] characters, int offset, int length) {
        if (cached.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (cached.charAt(i) != characters[offset + i]) {
                return false;
            }
        }
        return true;
    }
}
