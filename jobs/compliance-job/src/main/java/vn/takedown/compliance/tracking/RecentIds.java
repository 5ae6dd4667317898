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

    private long[] instants = new long[4];
    private long[] hashes = new long[4];
    private int size;

    boolean contains(String eventId) {
        long hash = hash(eventId);
        for (int i = 0; i < size; i++) {
            if (hashes[i] == hash) {
                return true;
            }
        }
        return false;
    }

    void add(String eventId, long at) {
        add(hash(eventId), at);
    }

    void add(long hash, long at) {
        if (size == hashes.length) {
            instants = Arrays.copyOf(instants, size * 2);
            hashes = Arrays.copyOf(hashes, size * 2);
        }
        instants[size] = at;
        hashes[size++] = hash;
    }

    /** Forgets what is older than 24 hours, or than events may be late, at {@code now}. */
    void expire(long now, long allowedLateness) {
        long oldest = now - Math.max(MEMORY, allowedLateness);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (instants[i] >= oldest) {
                instants[kept] = instants[i];
                hashes[kept++] = hashes[i];
            }
        }
        size = kept;
    }

    /** When the newest is forgotten; call only if not empty. */
    long expiresAt(long allowedLateness) {
        long newest = Long.MIN_VALUE;
        for (int i = 0; i < size; i++) {
            newest = Math.max(newest, instants[i]);
        }
        return newest + Math.max(MEMORY, allowedLateness) + 1;
    }

    int size() {
        return size;
    }

    long instant(int index) {
        return instants[index];
    }

    long hash(int index) {
        return hashes[index];
    }

    /** FNV-1a with a final mix, 64 bits. */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 32)) * 0xd6e8feb86659fd93L;
        return hash ^ (hash >>> 32);
    }
}
