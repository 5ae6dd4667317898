package vn.takedown.compliance.tracking;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.takedown.compliance.event.ProviderKey;

/**
 * The targets used last, decoded, in front of the keyed state: reading, decoding, encoding and
 * writing a target for each observation is what an observation costs. What has changed is written
 * when it has to make room and before every checkpoint, so state holds all there is whenever it is
 * taken.
 */
final class TargetCache {

    /** The keyed state behind the cache. */
    interface Store {

        /** Null when there is nothing under that key. */
        TrackedTarget read(ProviderKey key) throws Exception;

        void write(ProviderKey key, TrackedTarget tracked) throws Exception;
    }

    private final int most;
    private final Store store;
    private final LinkedHashMap<ProviderKey, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);

    private static final class Entry {
        private final TrackedTarget tracked;
        private boolean changed;

        Entry(TrackedTarget tracked) {
            this.tracked = tracked;
        }
    }

    /**
     * @param most how many targets are kept; at least 1
     */
    TargetCache(int most, Store store) {
        this.most = most;
        this.store = store;
    }

    /** The target under that key, a new one when there is none; it may be changed. */
    TrackedTarget take(ProviderKey key) throws Exception {
        Entry entry = entries.get(key);
        if (entry == null) {
            makeRoom();
            TrackedTarget kept = store.read(key);
            entry = new Entry(kept == null ? new TrackedTarget() : kept);
            entries.put(key, entry);
        }
        entry.changed = true;
        return entry.tracked;
    }

    /** The target under that key if it is in the cache, else null; it may not be changed. */
    TrackedTarget peek(ProviderKey key) {
        Entry entry = entries.get(key);
        return entry == null ? null : entry.tracked;
    }

    private void makeRoom() throws Exception {
        if (entries.size() < most) {
            return;
        }
        Iterator<Map.Entry<ProviderKey, Entry>> eldest = entries.entrySet().iterator();
        Map.Entry<ProviderKey, Entry> leaving = eldest.next();
        eldest.remove();
        write(leaving.getKey(), leaving.getValue());
    }

    /** Writes all that has changed. */
    void writeAll() throws Exception {
        for (Map.Entry<ProviderKey, Entry> entry : entries.entrySet()) {
            write(entry.getKey(), entry.getValue());
        }
    }

    /** Forgets all; what has changed must have been written. */
    void clear() {
        entries.clear();
    }

    private void write(ProviderKey key, Entry entry) throws Exception {
        if (entry.changed) {
            store.write(key, entry.tracked);
            entry.changed = false;
        }
    }
}
