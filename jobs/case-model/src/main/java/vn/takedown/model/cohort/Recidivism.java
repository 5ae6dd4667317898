package vn.takedown.model.cohort;

/** Whether the same content was requested of the same provider before (contract section 3). */
public enum Recidivism {
    /** First seen here, or the request names no content. */
    NONE,
    /** There is an earlier case. */
    LOOSE,
    /** An earlier case was confirmed down by the time this one was issued. */
    STRICT
}
