package vn.takedown.compliance.event;

/** How late an event came, by what its partition had promised before it. */
public enum Lateness {
    IN_TIME,
    /** Later than the watermark bound: it is applied as a restatement. */
    LATE,
    /** Later than the allowed lateness too: it is a dead letter, unless it is a repeat. */
    TOO_LATE
}
