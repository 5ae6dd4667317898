package vn.takedown.compliance.simulation;

/** What travels from one subtask to another. */
sealed interface Element {

    /** One record, serialized as between two processes. */
    record Item(byte[] bytes, long timestamp) implements Element {}

    /** Nothing at or before this instant will follow. */
    record Mark(long watermark) implements Element {}

    /** All before it belongs to the checkpoint, nothing after it. */
    record Barrier(long checkpoint) implements Element {}
}
