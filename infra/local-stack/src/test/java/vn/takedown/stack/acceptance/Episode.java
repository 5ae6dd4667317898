package vn.takedown.stack.acceptance;

/**
 * A time for which an alert fires with one severity. Instants are event time, milliseconds since
 * the epoch.
 *
 * @param to {@link Long#MAX_VALUE} when it does not end in the run
 */
record Episode(ExpectedAlert alert, String severity, long from, long to) {

    boolean ends() {
        return to != Long.MAX_VALUE;
    }

    boolean covers(long instant) {
        return from <= instant && instant < to;
    }

    /** What Alertmanager tells it by. */
    String identity() {
        return alert.key() + " " + severity;
    }
}
