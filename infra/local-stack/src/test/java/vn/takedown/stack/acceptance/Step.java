package vn.takedown.stack.acceptance;

/**
 * One thing that must be said of an alert. Instants are event time, milliseconds since the epoch.
 *
 * @param at when it becomes true
 * @param firing false when it is over
 * @param severity in small letters
 * @param level null when the kind has none
 */
record Step(long at, boolean firing, String severity, String level, long startsAt) {}
