package vn.takedown.compliance.source;

import vn.takedown.compliance.ingest.ParseResult;
import vn.takedown.model.event.Heartbeat;
import vn.takedown.model.event.TakedownEvent;

/**
 * The instant before which nothing more is expected on one partition: the greatest event time less
 * the bound of disorder, or a heartbeat's word (contract section 1). Watermarks and lateness both
 * follow from it, so they never disagree.
 */
final class PartitionFloor {

    private final long bound;
    private long floor = Long.MIN_VALUE;

    /**
     * @param bound milliseconds of disorder that are put right
     */
    PartitionFloor(long bound) {
        this.bound = bound;
    }

    /** Raises the floor by one record; rejected ones do not move time. */
    void raise(ParseResult<?> parsed) {
        if (parsed instanceof ParseResult.Parsed<?> accepted
                && accepted.value() instanceof TakedownEvent event) {
            boolean promise = event instanceof Heartbeat;
            raiseTo(promise ? event.occurredAt() : event.occurredAt() - bound);
        }
    }

    void raiseTo(long instant) {
        floor = Math.max(floor, instant);
    }

    /** Whether it has been promised that nothing so early would follow. */
    boolean reached(long instant) {
        return instant < floor;
    }

    /** Milliseconds since the epoch; {@link Long#MIN_VALUE} before the first event. */
    long instant() {
        return floor;
    }
}
