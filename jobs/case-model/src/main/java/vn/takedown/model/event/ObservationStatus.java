package vn.takedown.model.event;

/** What was seen; which way it counts depends on the action (contract section 2). */
public enum ObservationStatus {
    UP,
    DOWN_HARD,
    DOWN_SOFT,
    BLOCKED,
    GEO_BLOCKED,
    AMBIGUOUS,
    ERROR
}
