package vn.takedown.benchmarks.workload;

import java.time.Duration;
import java.time.Instant;

/**
 * What is loaded into Kafka. Equal workloads give equal bytes.
 *
 * @param events requests, acknowledgements and observations together
 * @param keys targets, each with one request
 * @param start event time of the first record
 * @param mix how the observations go
 */
public record Workload(long events, int keys, Instant start, Mix mix) {

    /** Every target is looked at once in so much event time. */
    public static final Duration CADENCE = Duration.ofMinutes(15);

    /** Records arrive at most so much out of order: well within the watermark bound. */
    static final long DISORDER_MILLIS = 5_000;

    private static final Instant USUAL_START = Instant.parse("2026-08-01T00:00:00Z");
    private static final int USUAL_EVENTS_PER_KEY = 10;

    /** How the observations go. */
    public enum Mix {
        /** 95 of 100 change nothing: content stays up, some is removed, some of it comes back. */
        USUAL,
        /** Nothing is ever removed. */
        ALL_UP,
        /** Everything is down from the first observation on. */
        ALL_DOWN
    }

    /**
     * @throws IllegalArgumentException when not even one event is left beside the requests
     */
    public Workload {
        if (keys < 1 || events <= keys) {
            throw new IllegalArgumentException(
                    events + " events are too few for " + keys + " keys: each has a request.");
        }
    }

    /** The usual mix, ten events for each target. */
    public static Workload of(long events) {
        return of(events, Math.toIntExact(events / USUAL_EVENTS_PER_KEY));
    }

    /** The usual mix. */
    public static Workload of(long events, int keys) {
        return new Workload(events, keys, USUAL_START, Mix.USUAL);
    }

    /** The same with other observations. */
    public Workload with(Mix other) {
        return new Workload(events, keys, start, other);
    }
}
