package vn.takedown.model.alerting;

/** How urgent an alert is (contract section 4); names in small letters there. */
public enum Severity {
    /** For the record. */
    INFO,
    /** For the working day. */
    WARNING,
    /** Wakes somebody. */
    CRITICAL
}
