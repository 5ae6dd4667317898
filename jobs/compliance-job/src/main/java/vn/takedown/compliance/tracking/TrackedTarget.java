package vn.takedown.compliance.tracking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.takedown.compliance.event.EventEnvelope;
import vn.takedown.model.cases.EventOrder;
import vn.takedown.model.cases.TargetState;

/**
 * The keyed state of one target that each event needs: its cases, the events that wait for the
 * watermark, and the ids of recent observations. One value, read and written whole.
 */
final class TrackedTarget {

    /** No timer is set. */
    static final long NO_TIMER = Long.MAX_VALUE;

    /** The timer that is set is the one that the rest of the state asks for. */
    static final long TIMER_AS_ASKED = Long.MIN_VALUE;

    private static final Comparator<EventEnvelope> ORDER =
            Comparator.comparing(EventEnvelope::event, EventOrder.COMPARATOR);

    final TargetState target;
    final List<EventEnvelope> waiting;
    final RecentIds recentIds;

    /** Past events that are not in the state yet; never written with the target. */
    final NewPastEvents newPast = new NewPastEvents();

    /** When a timer wakes this target; {@link #NO_TIMER} when none does. */
    long timer = NO_TIMER;

    /** When the queue of waiting events has this target; never written with it. */
    long waitingQueuedAt = NO_TIMER;

    /** When the queue of alarms has this target; never written with it. */
    long alarmQueuedAt = NO_TIMER;

    /** When past events become final; {@link #NO_TIMER} while there are none. */
    long settleAt = NO_TIMER;

    TrackedTarget() {
        this(new TargetState(), new ArrayList<>(), new RecentIds());
    }

    TrackedTarget(TargetState target, List<EventEnvelope> waiting, RecentIds recentIds) {
        this.target = target;
        this.waiting = waiting;
        this.recentIds = recentIds;
    }

    /** Keeps the waiting events in the order in which they will be applied. */
    void await(EventEnvelope envelope) {
        int at = waiting.size();
        while (at > 0 && goesAfter(waiting.get(at - 1), envelope)) {
            at--;
        }
        waiting.add(at, envelope);
    }

    /** The order, without its cost when the instants differ already. */
    private static boolean goesAfter(EventEnvelope one, EventEnvelope other) {
        long at = one.event().occurredAt();
        long otherAt = other.event().occurredAt();
        return at == otherAt ? ORDER.compare(one, other) > 0 : at > otherAt;
    }

    /** Event time of the first that waits; call only when one does. */
    long firstWaitingAt() {
        return waiting.get(0).event().occurredAt();
    }

    boolean isEmpty() {
        return waiting.isEmpty()
                && target.isEmpty()
                && recentIds.size() == 0
                && settleAt == NO_TIMER;
    }
}
