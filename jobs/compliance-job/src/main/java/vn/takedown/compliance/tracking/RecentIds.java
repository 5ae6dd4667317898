package vn.takedown.compliance.tracking;

import java.time.Duration;
import java.util.Arrays;

/**
 * The observations of one target seen in the last 24 hours of event time, so that a repeat changes
 * nothing (contract section 1). Ids are kept as 64-bit hashes: within one target two different ids
 * will not meet.
 */
final class RecentIds {

    private static final long MEMORY = Duration.ofHours(24).toMillis();

    private static final int FIRST_ROOM = 8;

    /** Hash and instant of each, side by side. */
    private long[] ids = new long[2 * FIRST_ROOM];

    private int size;

    /**
     * A bit for each id, in eight times as many as there is room for: nearly every id is new, and
     * one look tells.
     */
    private long[] marks = new long[FIRST_ROOM / Byte.SIZE];

    /** Of what is kept; asked for with every event. */
    private long oldest = Long.MAX_VALUE;

    private long newest = Long.MIN_VALUE;

    /**
     * @param hash of the id, as {@link #hashOf} gives it
     */
    boolean contains(long hash) {
        if ((marks[word(hash)] & bit(hash)) == 0) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            if (hash(i) == hash) {
                return true;
            }
        }
        return false;
    }

    void add(long hash, long at) {
        if (2 * size == ids.length) {
            ids = Arrays.copyOf(ids, 2 * ids.length);
            marks = new long[2 * marks.length];
            markAll();
        }
        put(hash, at);
        marks[word(hash)] |= bit(hash);
    }

    private void put(long hash, long at) {
        ids[2 * size] = hash;
        ids[2 * size + 1] = at;
        size++;
        oldest = Math.min(oldest, at);
        newest = Math.max(newest, at);
    }

    private void markAll() {
        for (int i = 0; i < size; i++) {
            marks[word(hash(i))] |= bit(hash(i));
        }
    }

    private int word(long hash) {
        return (int) (hash >>> 32) & marks.length - 1;
    }

    private static long bit(long hash) {
        return 1L << hash;
    }

    /** Forgets what is older than 24 hours, or than events may be late, at {@code now}. */
    void expire(long now, long allowedLateness) {
        long first = now - Math.max(MEMORY, allowedLateness);
        if (oldest >= first) {
            return;
        }
        int known = size;
        size = 0;
        oldest = Long.MAX_VALUE;
        newest = Long.MIN_VALUE;
        for (int i = 0; i < known; i++) {
            if (instant(i) >= first) {
                put(hash(i), instant(i));
            }
        }
        Arrays.fill(marks, 0);
        markAll();
    }

    /** When the newest is forgotten; call only if not empty. */
    long expiresAt(long allowedLateness) {
        return newest + Math.max(MEMORY, allowedLateness) + 1;
    }

    int size() {
        return size;
    }

    long instant(int index) {
        return ids[2 * index + 1];
    }

    long hash(int index) {
        return ids[2 * index];
    }

    /** FNV-1a with a final mix, 64 bits. */
    static long hashOf(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 32)) * 0xd6e8feb86659fd93L;
        return hash ^ (hash >>> 32);
    }
}
