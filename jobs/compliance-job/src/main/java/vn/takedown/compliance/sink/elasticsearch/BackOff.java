package vn.takedown.compliance.sink.elasticsearch;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after refusals in a row: doubling, capped, and with jitter so that subtasks do
 * not come back together.
 */
final class BackOff {

    /** A cluster out of memory or disk needs longer than one whose queue is full. */
    private static final int SLOW_FACTOR = 10;

    private static final int MOST_DOUBLINGS = 30;

    private final long minMillis;
    private final long maxMillis;
    private final RandomGenerator random;
    private int refusals;

    BackOff(Duration min, Duration max, RandomGenerator random) {
        this.minMillis = min.toMillis();
        this.maxMillis = max.toMillis();
        this.random = random;
    }

    /** The next wait: between half of it and all of it, by chance. */
    Duration next(boolean slow) {
        long base = slow ? minMillis * SLOW_FACTOR : minMillis;
        long full = Math.min(maxMillis, base << Math.min(refusals, shiftRoom(base)));
        refusals = Math.min(refusals + 1, MOST_DOUBLINGS);
        return Duration.ofMillis(full - random.nextLong(full / 2 + 1));
    }

    /** The cluster takes documents again. */
    void reset() {
        refusals = 0;
    }

    private static int shiftRoom(long base) {
        return Long.numberOfLeadingZeros(base) - 1;
    }
}
