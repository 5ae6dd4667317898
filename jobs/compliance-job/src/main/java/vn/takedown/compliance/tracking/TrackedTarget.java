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

    /** No timer is known to be set. */
    static final long NO_TIMER = Long.MAX_VALUE;

    private static final Comparator<EventEnvelope> ORDER =
            Comparator.comparing(EventEnvelope::event, EventOrder.COMPARATOR);

    final TargetState target;

    /** In the order in which they will be applied; changed by {@link #await} and its like alone. */
    final List<EventEnvelope> waiting;

    final RecentIds recentIds;

    /** Past events that are not in the state yet; never written with the target. */
    final NewPastEvents newPast = new NewPastEvents();

    /** When a timer that is set wakes this target; {@link #NO_TIMER} when none is known to. */
    long timer = NO_TIMER;

    /** When the queue of waiting events has this target; never written with it. */
    long waitingQueuedAt = NO_TIMER;

    /** When the queue of alarms has this target; never written with it. */
    long alarmQueuedAt = NO_TIMER;

    /** When past events become final; {@link #NO_TIMER} while there are none. */
    long settleAt = NO_TIMER;

    /** Event times of the first and the last that wait, so that no event is looked up for them. */
    private long firstWaitingAt;

    private long lastWaitingAt;

    TrackedTarget() {
        this(new TargetState(), new ArrayList<>(), new RecentIds());
    }

    TrackedTarget(TargetState target, List<EventEnvelope> waiting, RecentIds recentIds) {
        this.target = target;
        this.waiting = waiting;
        this.recentIds = recentIds;
        noteWaiting();
    }

    private void noteWaiting() {
        boolean none = waiting.isEmpty();
        firstWaitingAt = none ? NO_TIMER : waiting.get(0).event().occurredAt();
        lastWaitingAt =
                none ? Long.MIN_VALUE : waiting.get(waiting.size() - 1).event().occurredAt();
    }

    /** Keeps the waiting events in the order in which they will be applied. */
    void await(EventEnvelope envelope) {
        long at = envelope.event().occurredAt();
        int place = waiting.size();
        if (at <= lastWaitingAt) {
            while (place > 0 && ORDER.compare(waiting.get(place - 1), envelope) > 0) {
                place--;
            }
        }
        waiting.add(place, envelope);
        firstWaitingAt = Math.min(firstWaitingAt, at);
        lastWaitingAt = Math.max(lastWaitingAt, at);
    }

    /** Lets go of the first ones. */
    void dropWaiting(int applied) {
        waiting.subList(0, applied).clear();
        noteWaiting();
    }

    /** Event time of the first that waits; {@link #NO_TIMER} when none does. */
    long firstWaitingAt() {
        return firstWaitingAt;
    }

    /** Event time of the last that waits; {@link Long#MIN_VALUE} when none does. */
    long lastWaitingAt() {
        return lastWaitingAt;
    }

    boolean isEmpty() {
        return waiting.isEmpty()
                && target.isEmpty()
                && recentIds.size() == 0
                && settleAt == NO_TIMER;
    }
}
