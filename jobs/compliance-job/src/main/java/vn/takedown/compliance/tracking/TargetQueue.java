package vn.takedown.compliance.tracking;

import java.util.Comparator;
import java.util.PriorityQueue;
import vn.takedown.compliance.event.ProviderKey;

/**
 * Targets in the cache by the time at which they have something to do. It is not part of the state:
 * each target that is written gets a timer, which wakes it after a restart.
 */
final class TargetQueue {

    private record Entry(long at, ProviderKey target) {}

    private final PriorityQueue<Entry> queue =
            new PriorityQueue<>(Comparator.comparingLong(Entry::at));

    /** One target may be there more than once. */
    void add(long at, ProviderKey target) {
        queue.add(new Entry(at, target));
    }

    /** Whether the first target's time has come at {@code now}. */
    boolean hasReached(long now) {
        return !queue.isEmpty() && queue.peek().at() <= now;
    }

    /** Call only if there is one. */
    long firstAt() {
        return queue.peek().at();
    }

    /** Takes the first one out; call only if there is one. */
    ProviderKey take() {
        return queue.poll().target();
    }
}
