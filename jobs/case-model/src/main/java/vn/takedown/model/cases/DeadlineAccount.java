package vn.takedown.model.cases;

import static vn.takedown.model.cases.Instants.orNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How the deadline of a case comes about: {@code due_at} = {@code t0} + duration + paused time
 * before it (contract section 3). Instants are milliseconds since the epoch, durations
 * milliseconds.
 *
 * @param start {@code t0}
 * @param duration what the policy grants
 * @param stops in order of time
 * @param stoppedSince start of the stop that is open now; null when none is
 * @param dueAt null while a stop that began before it is open
 */
public record DeadlineAccount(
        long start, long duration, List<Stop> stops, Long stoppedSince, Long dueAt) {

    /**
     * A time in which the clock stood.
     *
     * @param added by how much it moved the deadline; 0 when it lies before {@code t0} or after the
     *     deadline
     */
    public record Stop(long from, long to, long added) {}

    /** Null while the clock has not started. */
    public static DeadlineAccount of(CaseState facts) {
        if (!facts.started()) {
            return null;
        }
        long dueAt = facts.clock().dueAt();
        return new DeadlineAccount(
                facts.start(),
                facts.terms().duration(),
                stops(facts),
                orNull(facts.pauses.stoppedSince),
                dueAt == SlaClock.OPEN_END ? null : dueAt);
    }

    /** What a stop adds is the difference between the clock with and without it. */
    private static List<Stop> stops(CaseState facts) {
        long[] all = facts.pauses.stops;
        List<Stop> stops = new ArrayList<>();
        long before = dueAfter(facts, 0);
        for (int i = 0; i < all.length; i += 2) {
            long after = dueAfter(facts, i + 2);
            stops.add(new Stop(all[i], all[i + 1], after - before));
            before = after;
        }
        return List.copyOf(stops);
    }

    private static long dueAfter(CaseState facts, int bounds) {
        Pauses first = new Pauses();
        first.stops = Arrays.copyOf(facts.pauses.stops, bounds);
        return SlaClock.of(facts.start(), facts.terms().duration(), first).dueAt();
    }

    /** Whether the clock stands at the end of the data and so has no deadline yet. */
    public boolean isStopped() {
        return dueAt == null && stoppedSince != null;
    }
}
