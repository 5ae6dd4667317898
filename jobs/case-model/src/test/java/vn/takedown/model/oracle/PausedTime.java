package vn.takedown.model.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.takedown.model.event.RequestUpdate;
import vn.takedown.model.event.RequestUpdated;

/** The pauses and holds of one case, and the two figures that depend on them. */
final class PausedTime {

    /** Stands for the end of an interval that is open at T, and for a deadline without end. */
    static final long NEVER = Long.MAX_VALUE;

    record Interval(long from, long to) {
        boolean open() {
            return to == NEVER;
        }
    }

    private final List<Interval> union;
    private final long t0;
    private final long duration;

    /**
     * @param updates of one case, in order
     */
    PausedTime(List<RequestUpdated> updates, long t0, long duration) {
        List<Interval> both = new ArrayList<>();
        both.addAll(intervals(updates, RequestUpdate.PAUSED, RequestUpdate.RESUMED));
        both.addAll(intervals(updates, RequestUpdate.HELD, RequestUpdate.RELEASED));
        this.union = union(both);
        this.t0 = t0;
        this.duration = duration;
    }

    // Section 3: "paused = between PAUSED and RESUMED, and between HELD and RELEASED".
    // Section 6, 7: "a repeated PAUSED, RESUMED, HELD, RELEASED changes nothing".
    static List<Interval> intervals(
            List<RequestUpdated> updates, RequestUpdate opening, RequestUpdate closing) {
        List<Interval> intervals = new ArrayList<>();
        Long openSince = null;
        for (RequestUpdated update : updates) {
            if (update.update() == opening && openSince == null) {
                openSince = update.occurredAt();
            }
            if (update.update() == closing && openSince != null) {
                intervals.add(new Interval(openSince, update.occurredAt()));
                openSince = null;
            }
        }
        if (openSince != null) {
            intervals.add(new Interval(openSince, NEVER));
        }
        return intervals;
    }

    // Section 3: "overlaps counted once".
    private static List<Interval> union(List<Interval> intervals) {
        List<Interval> sorted = new ArrayList<>(intervals);
        sorted.sort(Comparator.comparingLong(Interval::from));
        List<Interval> union = new ArrayList<>();
        for (Interval next : sorted) {
            Interval last = union.isEmpty() ? null : union.get(union.size() - 1);
            if (last != null && next.from() <= last.to()) {
                union.set(
                        union.size() - 1,
                        new Interval(last.from(), Math.max(last.to(), next.to())));
            } else {
                union.add(next);
            }
        }
        return union;
    }

    // Section 3: "due_at = t0 + duration + paused time before it".
    // Section 6, 7: "Paused time counts only between t0 and the deadline"; "While a pause or hold
    // that began before the deadline is open at T, due_at is null and counts as later than any
    // instant".
    long dueAt() {
        long deadline = t0 + duration;
        for (Interval interval : union) {
            boolean beganBeforeTheDeadline = interval.from() < deadline;
            if (beganBeforeTheDeadline && interval.open()) {
                return NEVER;
            }
            if (beganBeforeTheDeadline) {
                deadline += Math.max(0, interval.to() - Math.max(interval.from(), t0));
            }
        }
        return deadline;
    }

    // Section 3: "elapsed(a,b) = b − a minus paused time inside [a,b]".
    // Section 6, 7: "Paused time counts only between t0 and the deadline; elapsed is 0 when b ≤ a".
    long elapsed(long a, long b) {
        if (b <= a) {
            return 0;
        }
        long elapsed = b - a;
        for (Interval interval : union) {
            long from = Math.max(interval.from(), Math.max(a, t0));
            long to = Math.min(interval.to(), Math.min(b, dueAt()));
            elapsed -= Math.max(0, to - from);
        }
        return elapsed;
    }
}
