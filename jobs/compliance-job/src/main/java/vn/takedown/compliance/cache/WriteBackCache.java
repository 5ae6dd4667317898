package vn.takedown.compliance.cache;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
    private final Map<K, Cached<K, V>> entries = new HashMap<>();

    /** All entries, in a ring around which the search for one to leave goes. */
    private final List<Cached<K, V>> ring = new ArrayList<>();

    private int hand;

    /**
     * @param most how many values are kept; at least 1
     */
    public WriteBackCache(int most, Store<K, V> store) {
        this.most = most;
        this.store = store;
    }

    /** The value under that key. */
    public Cached<K, V> hold(K key) throws Exception {
        Cached<K, V> entry = entries.get(key);
        if (entry == null) {
            boolean full = ring.size() == most;
            if (full) {
                makeRoom();
            }
            entry = new Cached<>(key, store.read(key));
            entries.put(key, entry);
            if (full) {
                ring.set(hand, entry);
                hand = (hand + 1) % most;
            } else {
                ring.add(entry);
            }
        } else {
            entry.use();
        }
        return entry;
    }

    /** The value under that key; it may be changed until another one is taken. */
    public V take(K key) throws Exception {
        return hold(key).take();
    }

    /**
     * The first one from the hand on that was not used again since the hand last passed it leaves:
     * nearly the one used longest ago, without an order to be kept at each use.
     */
    private void makeRoom() throws Exception {
        while (ring.get(hand).takeUsed()) {
            hand = (hand + 1) % most;
        }
        Cached<K, V> leaving = ring.get(hand);
        entries.remove(leaving.key());
        leaving.writeTo(store);
        leaving.leave();
    }

    /** Writes all that has changed. */
    public void writeAll() throws Exception {
        for (Cached<K, V> entry : ring) {
            entry.writeTo(store);
        }
    }

    /** Forgets all; what has changed must have been written. */
    public void clear() {
        ring.forEach(Cached::leave);
        ring.clear();
        entries.clear();
        hand = 0;
    }
}
