package vn.takedown.compliance.config;

/** Whether the job ends. */
public enum RunMode {
    /** Reads on for ever; {@code T} is the watermark. */
    LIVE,
    /** Reads what the topics hold at the start, then ends; {@code T} is the last heartbeat. */
    BOUNDED
}
