package vn.takedown.compliance.cache;

import java.util.Arrays;

/**
 * What a cache holds, by the time at which it has something to do: a binary heap without an object
 * for each entry. It is not part of the state: whatever is written gets a timer, which wakes it
 * after a restart.
 *
 * @param <K> a {@link Cached} value, which is passed over when it has left the cache by then
 */
public final class KeyQueue<K> {

    private long[] instants = new long[64];
    private Object[] keys = new Object[64];
    private int size;

    /** One key may be there more than once. */
    public void add(long instant, K key) {
        if (size == instants.length) {
            instants = Arrays.copyOf(instants, size * 2);
            keys = Arrays.copyOf(keys, size * 2);
        }
        int hole = size++;
        while (hole > 0 && instants[(hole - 1) / 2] > instant) {
            move((hole - 1) / 2, hole);
            hole = (hole - 1) / 2;
        }
        instants[hole] = instant;
        keys[hole] = key;
    }

    /** Whether the first key's time has come at {@code now}. */
    public boolean hasReached(long now) {
        return size > 0 && instants[0] <= now;
    }

    /** Call only if there is one. */
    public long firstAt() {
        return instants[0];
    }

    /** Takes the first one out; call only if there is one. */
    @SuppressWarnings("unchecked")
    public K take() {
        K first = (K) keys[0];
        size--;
        long instant = instants[size];
        Object key = keys[size];
        keys[size] = null;
        if (size > 0) {
            int hole = 0;
            int child = earlierChild(hole);
            while (child < size && instants[child] < instant) {
                move(child, hole);
                hole = child;
                child = earlierChild(hole);
            }
            instants[hole] = instant;
            keys[hole] = key;
        }
        return first;
    }

    /** At or beyond {@link #size} when there is none. */
    private int earlierChild(int parent) {
        int left = 2 * parent + 1;
        return left + 1 < size && instants[left + 1] < instants[left] ? left + 1 : left;
    }

    private void move(int from, int to) {
        instants[to] = instants[from];
        keys[to] = keys[from];
    }
}
