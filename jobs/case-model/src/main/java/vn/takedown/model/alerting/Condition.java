package vn.takedown.model.alerting;

/** Whether, as of one instant, there is reason for an alert. */
sealed interface Condition {

    /**
     * There is.
     *
     * @param startsAt milliseconds since the epoch
     * @param level null when the kind has none
     */
    record On(long startsAt, Severity severity, String level) implements Condition {}

    /**
     * There was, and it is over. Such an alert is written even when it never fired.
     *
     * @param startsAt milliseconds since the epoch
     * @param level null when the kind has none
     */
    record Over(long startsAt, Severity severity, String level, Resolution resolution)
            implements Condition {}

    /**
     * There is none, as far as is known now.
     *
     * @param resolution of an alert that fired before; null when there cannot be one
     */
    record Off(Resolution resolution) implements Condition {}
}
