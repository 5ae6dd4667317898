package vn.takedown.compliance.cache;

/**
 * A value in a {@link WriteBackCache} and its key. Whoever holds it needs no search to come back to
 * the value, and sees when it has left.
 */
public final class Cached<K, V> {

    private final K key;
    private V value;
    private boolean changed;

    /** Whether it was used since the cache last looked for one to leave. */
    private boolean used;

    Cached(K key, V value) {
        this.key = key;
        this.value = value;
    }

    public K key() {
        return key;
    }

    /** The value, which may not be changed; null once it has left the cache. */
    public V peek() {
        return value;
    }

    /** The value, which may be changed until another one is taken; null once it has left. */
    public V take() {
        changed = true;
        return value;
    }

    void use() {
        used = true;
    }

    /** Whether it was used since this was last asked. */
    boolean takeUsed() {
        boolean was = used;
        used = false;
        return was;
    }

    void writeTo(WriteBackCache.Store<K, V> store) throws Exception {
        if (changed) {
            store.write(key, value);
            changed = false;
        }
    }

    void leave() {
        value = null;
    }
}
