package vn.takedown.stack.simulator;

/** What truly becomes of an item, whatever anyone claims or sees. */
enum Outcome {
    /** Removed, disabled, de-indexed, locked or blocked. */
    DONE,
    /** Hidden from Vietnam only. */
    GEO_LIMITED,
    NOT_DONE,
    GONE_BEFORE_NOTICE
}
