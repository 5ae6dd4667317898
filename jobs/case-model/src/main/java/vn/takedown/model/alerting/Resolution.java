package vn.takedown.model.alerting;

/** Why an alert is over. */
public enum Resolution {
    ACKNOWLEDGED,
    /** A removal was confirmed. */
    REMOVED,
    WITHDRAWN,
    /** The case is excluded from judgement: held, undeliverable, moot, or down before it began. */
    EXCLUDED,
    /** The legal clock was stopped or moved. */
    CLOCK_MOVED,
    DEADLINE_PASSED,
    /** Provisional: seen up after the deadline, so that it is a breach. */
    BREACHED,
    /** Provisional: the removal turned out to be in time. */
    ON_TIME,
    /** Provisional: removed, but nobody knows whether in time. */
    INDETERMINATE,
    /** Provisional: it seems to have been down in time, which is yet to be confirmed. */
    UNCONFIRMED,
    /** A late event has shown that it never was so. */
    RESTATED,
    /** Fewer breaches in the window. */
    FEWER_BREACHES,
    OBSERVED_AGAIN,
    NO_OPEN_CASE,
    /** The share that is late has fallen, or too few cases are due to tell. */
    BURN_SLOWED
}
