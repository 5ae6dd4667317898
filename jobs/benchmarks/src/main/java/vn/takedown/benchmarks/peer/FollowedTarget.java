package vn.takedown.benchmarks.peer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.takedown.model.cases.EventOrder;
import vn.takedown.model.cases.TargetState;
import vn.takedown.model.event.TakedownEvent;

/** All that is remembered of one target: one value of the store. */
final class FollowedTarget {

    static final long NEVER = Long.MAX_VALUE;

    final TargetState target;
    final List<TakedownEvent> waiting;

    /** Hash of an event id → when it may be forgotten. */
    final Map<Long, Long> known;

    /** When it is looked at next; its entry in the store of due targets. */
    long dueAt = NEVER;

    FollowedTarget() {
        this(new TargetState(), new ArrayList<>(), new LinkedHashMap<>());
    }

    FollowedTarget(TargetState target, List<TakedownEvent> waiting, Map<Long, Long> known) {
        this.target = target;
        this.waiting = waiting;
        this.known = known;
    }

    void await(TakedownEvent event) {
        int at = waiting.size();
        while (at > 0 && EventOrder.COMPARATOR.compare(waiting.get(at - 1), event) > 0) {
            at--;
        }
        waiting.add(at, event);
    }

    void forget(long now) {
        known.values().removeIf(until -> until < now);
    }
}
