package vn.takedown.model.standing;

/** How a case stands that is due. */
public enum DueOutcome {
    ON_TIME,
    /** {@code INDETERMINATE}: due, but nobody knows whether late, and a doubt accuses nobody. */
    UNDECIDED,
    /** {@code BREACH, OVERDUE, UNOBSERVED} or {@code UNCONFIRMED}. */
    LATE
}
