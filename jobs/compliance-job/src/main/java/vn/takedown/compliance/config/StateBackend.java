package vn.takedown.compliance.config;

/** Where keyed state lives. */
public enum StateBackend {
    ROCKSDB,
    HASHMAP
}
