package vn.takedown.compliance.cache;

import java.util.Iterator;
import java.util.LinkedHashMap;

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
    private final LinkedHashMap<K, Cached<K, V>> entries = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param most how many values are kept; at least 1
     */
    public WriteBackCache(int most, Store<K, V> store) {
        this.most = most;
        this.store = store;
    }

    /** The value under that key, which is the one used last from now on. */
    public Cached<K, V> hold(K key) throws Exception {
        Cached<K, V> entry = entries.get(key);
        if (entry == null) {
            makeRoom();
            entry = new Cached<>(key, store.read(key));
            entries.put(key, entry);
        }
        return entry;
    }

    /** The value under that key; it may be changed until another one is taken. */
    public V take(K key) throws Exception {
        return hold(key).take();
    }

    private void makeRoom() throws Exception {
        if (entries.size() < most) {
            return;
        }
        Iterator<Cached<K, V>> eldest = entries.values().iterator();
        Cached<K, V> leaving = eldest.next();
        eldest.remove();
        leaving.writeTo(store);
        leaving.leave();
    }

    /** Writes all that has changed. */
    public void writeAll() throws Exception {
        for (Cached<K, V> entry : entries.values()) {
            entry.writeTo(store);
        }
    }

    /** Forgets all; what has changed must have been written. */
    public void clear() {
        entries.values().forEach(Cached::leave);
        entries.clear();
    }
}
