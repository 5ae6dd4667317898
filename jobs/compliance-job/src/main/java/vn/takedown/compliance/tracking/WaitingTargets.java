package vn.takedown.compliance.tracking;

import java.util.Comparator;
import java.util.PriorityQueue;
import vn.takedown.compliance.event.ProviderKey;

/**
 * The targets that have events waiting for the watermark, by the first of them. It is not part of
 * the state: before a checkpoint each of them gets a timer, which wakes it after a restart.
 */
final class WaitingTargets {

    private record Entry(long at, ProviderKey target) {}

    private final PriorityQueue<Entry> queue =
            new PriorityQueue<>(Comparator.comparingLong(Entry::at));

    /** One target may be there more than once. */
    void add(long at, ProviderKey target) {
        queue.add(new Entry(at, target));
    }

    /** Takes one whose first event the watermark has passed; null when there is none. */
    ProviderKey poll(long watermark) {
        return !queue.isEmpty() && queue.peek().at() <= watermark ? queue.poll().target() : null;
    }
}
