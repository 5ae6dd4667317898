package vn.takedown.model.cases;

/** What became of a valid event. */
public enum Application {
    APPLIED,
    /** There is, at that time, no such case of this provider and target. */
    IGNORED_NO_SUCH_CASE,
    /** The case has been issued already. */
    IGNORED_SECOND_ISSUED,
    /** The case was closed so long ago that its state has been retired. */
    TOO_LATE
}
