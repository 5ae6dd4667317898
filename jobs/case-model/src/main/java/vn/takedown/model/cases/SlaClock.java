package vn.takedown.model.cases;

import static vn.takedown.model.cases.Instants.known;

/**
 * The legal clock of one case: its deadline, and time as the law counts it (contract section 3 and
 * section 6, item 7). Paused time counts only between {@code t0} and the deadline.
 */
final class SlaClock {

    /** Later than any instant: a stop that began before the deadline is still open. */
    static final long OPEN_END = Long.MAX_VALUE;

    private final long start;
    private final long dueAt;
    private final Pauses pauses;

    private SlaClock(long start, long dueAt, Pauses pauses) {
        this.start = start;
        this.dueAt = dueAt;
        this.pauses = pauses;
    }

    /**
     * @param start {@code t0}
     * @param duration milliseconds the provider has
     */
    static SlaClock of(long start, long duration, Pauses pauses) {
        return new SlaClock(start, dueAt(start, duration, pauses), pauses);
    }

    /** The deadline, or {@link #OPEN_END}. */
    long dueAt() {
        return dueAt;
    }

    private static long dueAt(long start, long duration, Pauses pauses) {
        long due = start + duration;
        for (int i = 0; i < pauses.stops.length; i += 2) {
            long from = Math.max(start, pauses.stops[i]);
            long to = pauses.stops[i + 1];
            if (from >= due) {
                return due;
            }
            if (to > from) {
                due += to - from;
            }
        }
        boolean stopped = known(pauses.stoppedSince) && Math.max(start, pauses.stoppedSince) < due;
        return stopped ? OPEN_END : due;
    }

    /** Milliseconds from {@code t0} to {@code to}, less the stops; 0 when it is not after. */
    long elapsedUntil(long to) {
        if (to <= start) {
            return 0;
        }
        long stopped = 0;
        for (int i = 0; i < pauses.stops.length; i += 2) {
            stopped += overlap(pauses.stops[i], pauses.stops[i + 1], to);
        }
        if (known(pauses.stoppedSince)) {
            stopped += overlap(pauses.stoppedSince, to, to);
        }
        return to - start - stopped;
    }

    private long overlap(long from, long until, long to) {
        long begin = Math.max(start, from);
        // A stop that began at or after the deadline stops nothing any more.
        return begin < dueAt ? Math.max(0, Math.min(until, to) - begin) : 0;
    }

    /** Whether the clock stands still now. */
    boolean stands() {
        return dueAt == OPEN_END;
    }

    /**
     * The instant from which an unstopped clock would show the same time as this one does, for any
     * {@code T} from the last stop on; only while {@link #stands()} is false.
     */
    long runningFrom() {
        long stopped = 0;
        for (int i = 0; i < pauses.stops.length; i += 2) {
            stopped += overlap(pauses.stops[i], pauses.stops[i + 1], Long.MAX_VALUE);
        }
        return start + stopped;
    }

    /** The time shown while the clock stands; only while {@link #stands()} is true. */
    long standingAt() {
        return elapsedUntil(Math.max(start, pauses.stoppedSince));
    }
}
