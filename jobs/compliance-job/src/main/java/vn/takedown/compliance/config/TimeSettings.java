package vn.takedown.compliance.config;

import java.io.Serializable;
import java.time.Duration;

/**
 * How the job deals with event time.
 *
 * @param watermarkBound how much disorder is put right before anything is decided
 * @param allowedLateness by how much more an event may come late and is still applied, as a
 *     restatement; what comes later is a dead letter
 * @param refreshInterval by how much may lag what every observation moves
 * @param reinstatementWatch for how long a closed case is still followed; null for ever
 * @param refreshedAtEnd whether documents are refreshed when the input ends and not before: nobody
 *     waits for what a replay of the past shows on its way
 */
public record TimeSettings(
        Duration watermarkBound,
        Duration allowedLateness,
        Duration refreshInterval,
        Duration reinstatementWatch,
        boolean refreshedAtEnd)
        implements Serializable {

    /** The settings of a job that is told nothing else. */
    public static final TimeSettings DEFAULT =
            new TimeSettings(
                    Duration.ofSeconds(30), Duration.ofHours(24), Duration.ofHours(1), null, false);

    /** A closed case is not retired while late events may still change it. */
    private static final int WATCH_AT_LEAST = 3;

    /**
     * @throws ConfigurationException when they do not go together
     */
    public TimeSettings {
        if (reinstatementWatch != null
                && reinstatementWatch.compareTo(allowedLateness.multipliedBy(WATCH_AT_LEAST)) < 0) {
            throw new ConfigurationException(
                    "--reinstatement-watch: must be at least "
                            + WATCH_AT_LEAST
                            + " times --allowed-lateness.");
        }
    }

    /** Milliseconds, {@link Long#MAX_VALUE} for ever. */
    public long reinstatementWatchMillis() {
        return reinstatementWatch == null ? Long.MAX_VALUE : reinstatementWatch.toMillis();
    }
}
