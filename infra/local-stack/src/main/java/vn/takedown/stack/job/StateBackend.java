package vn.takedown.stack.job;

import java.util.Locale;

/** Where the job keeps its state. */
public enum StateBackend {
    ROCKSDB,
    HASHMAP;

    /** As the command line and the job write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
