package vn.takedown.model.cases;

/** What changed a case. */
public enum Cause {
    ISSUED,
    DELIVERED,
    UNDELIVERABLE,
    HELD,
    RELEASED,
    PAUSED,
    RESUMED,
    WITHDRAWN,
    ACKNOWLEDGEMENT,
    OBSERVATION,
    /** No event: the deadline passed. */
    DEADLINE_PASSED,
    /** No change of substance: what every observation moves is brought up to date. */
    REFRESH
}
