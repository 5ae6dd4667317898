package vn.takedown.compliance.cache;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The values used last, decoded, in front of keyed state: reading, decoding, encoding and writing
 * one for each event is what an event costs. What has changed is written when it has to make room
 * and before every checkpoint, so state holds all there is whenever it is taken.
 */
public final class WriteBackCache<K, V> {

    /** The keyed state behind the cache. */
    public interface Store<K, V> {

        /** A new value when there is nothing under that key; never null. */
        V read(K key) throws Exception;

        void write(K key, V value) throws Exception;
    }

    private final int most;
    private final Store<K, V> store;
    private final LinkedHashMap<K, Entry<V>> entries = new LinkedHashMap<>(16, 0.75f, true);

    private static final class Entry<V> {
        private final V value;
        private boolean changed;

        Entry(V value) {
            this.value = value;
        }
    }

    /**
     * @param most how many values are kept; at least 1
     */
    public WriteBackCache(int most, Store<K, V> store) {
        this.most = most;
        this.store = store;
    }

    /** The value under that key; it may be changed until another one is taken. */
    public V take(K key) throws Exception {
        Entry<V> entry = entries.get(key);
        if (entry == null) {
            makeRoom();
            entry = new Entry<>(store.read(key));
            entries.put(key, entry);
        }
        entry.changed = true;
        return entry.value;
    }

    /** The value under that key if it is in the cache, else null; it may not be changed. */
    public V peek(K key) {
        Entry<V> entry = entries.get(key);
        return entry == null ? null : entry.value;
    }

    private void makeRoom() throws Exception {
        if (entries.size() < most) {
            return;
        }
        Iterator<Map.Entry<K, Entry<V>>> eldest = entries.entrySet().iterator();
        Map.Entry<K, Entry<V>> leaving = eldest.next();
        eldest.remove();
        write(leaving.getKey(), leaving.getValue());
    }

    /** Writes all that has changed. */
    public void writeAll() throws Exception {
        for (Map.Entry<K, Entry<V>> entry : entries.entrySet()) {
            write(entry.getKey(), entry.getValue());
        }
    }

    /** Forgets all; what has changed must have been written. */
    public void clear() {
        entries.clear();
    }

    private void write(K key, Entry<V> entry) throws Exception {
        if (entry.changed) {
            store.write(key, entry.value);
            entry.changed = false;
        }
    }
}
