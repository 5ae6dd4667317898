package vn.takedown.model.coverage;

import java.util.Arrays;
import vn.takedown.model.event.ObservationStatus;

/**
 * What happened in one hour at the cases of one provider, as sums: parts that were counted apart
 * can be added up, and what was counted wrongly can be taken away. An observation must cost no more
 * than a few additions.
 */
public final class HourTally {

    /** Milliseconds. */
    public static final long HOUR = 3_600_000;

    private static final int STATUSES = ObservationStatus.values().length;
    private static final int COUNTED = STATUSES;
    private static final int ENTERED = STATUSES + 1;
    private static final int OBSERVED = STATUSES + 2;
    private static final int OPENED = STATUSES + 3;
    private static final int CLOSED = STATUSES + 4;

    /** How many sums there are. */
    static final int SUMS = STATUSES + 5;

    private static final long NEVER = Long.MIN_VALUE;

    private final long hour;
    final long[] sums;
    long lastObservationAt;

    /**
     * @param hour its first millisecond since the epoch
     */
    public HourTally(long hour) {
        this(hour, new long[SUMS], NEVER);
    }

    HourTally(long hour, long[] sums, long lastObservationAt) {
        this.hour = hour;
        this.sums = sums;
        this.lastObservationAt = lastObservationAt;
    }

    /** The first millisecond of the hour in which an instant lies. */
    public static long hourOf(long instant) {
        return Math.floorDiv(instant, HOUR) * HOUR;
    }

    public long hour() {
        return hour;
    }

    /**
     * An observation of a target with a case.
     *
     * @param counted whether it was up or down for a case
     */
    public void seen(ObservationStatus status, long at, boolean counted) {
        sums[status.ordinal()]++;
        if (counted) {
            sums[COUNTED]++;
        }
        if (at > lastObservationAt) {
            lastObservationAt = at;
        }
    }

    /** A case is open that was not open before in this hour, nor when the hour began. */
    public void entered() {
        sums[ENTERED]++;
    }

    /** The first counted observation, in this hour, of a case that is open in it. */
    public void observed() {
        sums[OBSERVED]++;
    }

    /** A case opens, perhaps not for the first time in this hour. */
    public void opened() {
        sums[OPENED]++;
    }

    /** A case closes. */
    public void closed() {
        sums[CLOSED]++;
    }

    public void add(HourTally other) {
        add(other, 1);
        lastObservationAt = Math.max(lastObservationAt, other.lastObservationAt);
    }

    /** Takes away what was counted; no observation is ever taken away without being added again. */
    public void take(HourTally other) {
        add(other, -1);
    }

    private void add(HourTally other, int sign) {
        for (int i = 0; i < SUMS; i++) {
            sums[i] += sign * other.sums[i];
        }
    }

    public boolean isEmpty() {
        for (long sum : sums) {
            if (sum != 0) {
                return false;
            }
        }
        return true;
    }

    HourTally copy() {
        return new HourTally(hour, sums.clone(), lastObservationAt);
    }

    long of(ObservationStatus status) {
        return sums[status.ordinal()];
    }

    long observations() {
        long observations = 0;
        for (int i = 0; i < STATUSES; i++) {
            observations += sums[i];
        }
        return observations;
    }

    long countedObservations() {
        return sums[COUNTED];
    }

    long enteredCases() {
        return sums[ENTERED];
    }

    long observedCases() {
        return sums[OBSERVED];
    }

    /** By how many more cases are open after the hour than before it. */
    long balance() {
        return sums[OPENED] - sums[CLOSED];
    }

    /** By how much the figures of this hour were moved, up or down. */
    long steps() {
        long steps = 0;
        for (int i = 0; i < OPENED; i++) {
            steps += Math.abs(sums[i]);
        }
        return steps;
    }

    /** By how much the number of open cases was moved, up and down. */
    long moves() {
        return Math.abs(sums[OPENED]) + Math.abs(sums[CLOSED]);
    }

    Long lastObservation() {
        return lastObservationAt == NEVER ? null : (Long) lastObservationAt;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HourTally tally
                && hour == tally.hour
                && lastObservationAt == tally.lastObservationAt
                && Arrays.equals(sums, tally.sums);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(hour) + Arrays.hashCode(sums);
    }
}
