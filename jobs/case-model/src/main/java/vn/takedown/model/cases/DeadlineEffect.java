package vn.takedown.model.cases;

/** What one event of a request does to the deadline of its case. */
public enum DeadlineEffect {
    /** It gives {@code t0}. */
    CLOCK_STARTS,
    /** There is no {@code t0} yet, so there is no deadline to move. */
    CLOCK_WAITS,
    /** From here on the deadline is not known. */
    CLOCK_STOPS,
    /** The clock stood still already and still does; overlapping stops count once. */
    CLOCK_STANDS,
    /** The stop ends, and the deadline moves by its length. */
    CLOCK_RUNS_ON,
    /** The deadline stays where it was. */
    NO_CHANGE,
    /** Ignored: dated before {@code issued_at} (contract section 6, item 3). */
    BEFORE_ISSUED,
    /** Ignored: another case, or another provider or target than the case's. */
    OTHER_CASE
}
