package vn.takedown.compliance.cache;

import java.util.Arrays;
import java.util.function.ToLongFunction;

/**
 * What a cache holds, by the time at which it has something to do: a binary heap without an object
 * for each entry. It is not part of the state: whatever is written gets a timer, which wakes it
 * after a restart.
 *
 * <p>An entry whose value has left the cache, or is queued for another time by now, is passed over,
 * and let go of when room is short: so the queue never grows beyond a few times the cache, however
 * many keys pass through it.
 */
public final class KeyQueue<K, V> {

    private final ToLongFunction<V> queuedAt;
    private long[] instants = new long[64];
    private Object[] held = new Object[64];
    private int size;

    /**
     * @param queuedAt for which time a value is queued
     */
    public KeyQueue(ToLongFunction<V> queuedAt) {
        this.queuedAt = queuedAt;
    }

    /** One value may be there more than once. */
    public void add(long instant, Cached<K, V> value) {
        if (size == instants.length) {
            makeRoom();
        }
        size++;
        rise(size - 1, instant, value);
    }

    private void makeRoom() {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (isAwaited(i)) {
                move(i, kept++);
            }
        }
        Arrays.fill(held, kept, size, null);
        size = kept;
        for (int i = size / 2 - 1; i >= 0; i--) {
            sink(i, instants[i], held[i]);
        }
        if (size > instants.length / 2) {
            instants = Arrays.copyOf(instants, 2 * instants.length);
            held = Arrays.copyOf(held, 2 * held.length);
        }
    }

    private boolean isAwaited(int index) {
        V value = at(index).peek();
        return value != null && queuedAt.applyAsLong(value) == instants[index];
    }

    @SuppressWarnings("unchecked")
    private Cached<K, V> at(int index) {
        return (Cached<K, V>) held[index];
    }

    /** Takes out the first value whose time has come at {@code now}; null when there is none. */
    public Cached<K, V> takeReached(long now) {
        while (size > 0 && instants[0] <= now) {
            boolean awaited = isAwaited(0);
            Cached<K, V> first = at(0);
            size--;
            Object last = held[size];
            held[size] = null;
            if (size > 0) {
                sink(0, instants[size], last);
            }
            if (awaited) {
                return first;
            }
        }
        return null;
    }

    /** How many entries there are, those included that will be passed over. */
    int size() {
        return size;
    }

    private void rise(int from, long instant, Object value) {
        int hole = from;
        while (hole > 0 && instants[(hole - 1) / 2] > instant) {
            move((hole - 1) / 2, hole);
            hole = (hole - 1) / 2;
        }
        instants[hole] = instant;
        held[hole] = value;
    }

    private void sink(int from, long instant, Object value) {
        int hole = from;
        int child = earlierChild(hole);
        while (child < size && instants[child] < instant) {
            move(child, hole);
            hole = child;
            child = earlierChild(hole);
        }
        instants[hole] = instant;
        held[hole] = value;
    }

    /** At or beyond {@link #size} when there is none. */
    private int earlierChild(int parent) {
        int left = 2 * parent + 1;
        return left + 1 < size && instants[left + 1] < instants[left] ? left + 1 : left;
    }

    private void move(int from, int to) {
        instants[to] = instants[from];
        held[to] = held[from];
    }
}
