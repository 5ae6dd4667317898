package vn.takedown.compliance.tracking;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.base.array.BytePrimitiveArraySerializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import vn.takedown.model.cases.PastEvent;
import vn.takedown.model.cases.TargetMachine;
import vn.takedown.model.cases.TargetState;

/**
 * The events applied to a target for as long as others may still come late and before them, and the
 * target as it was before the first of them. Events are only appended, so that an ordinary event
 * costs no read; the rest is read when one is late, and when old ones are settled.
 */
final class PastEvents {

    private final long allowedLateness;
    private final DataOutputSerializer scratch = new DataOutputSerializer(256);

    /** Several events each, see {@link NewPastEvents}. */
    private final ListState<byte[]> events;

    /** Empty when the target was empty before the first of the events. */
    private final ValueState<TargetState> base;

    PastEvents(RuntimeContext runtime, Duration allowedLateness) {
        this.allowedLateness = allowedLateness.toMillis();
        events =
                runtime.getListState(
                        new ListStateDescriptor<>(
                                "past-events", BytePrimitiveArraySerializer.INSTANCE));
        base = runtime.getState(new ValueStateDescriptor<>("base", TargetStateSerializer.INSTANCE));
    }

    /** In order. */
    List<PastEvent> all(TrackedTarget tracked) throws Exception {
        List<PastEvent> all = new ArrayList<>();
        for (byte[] some : events.get()) {
            NewPastEvents.read(some, all);
        }
        tracked.newPast.addTo(all);
        return all;
    }

    /** Appends what is not in the state yet. */
    void write(TrackedTarget tracked) throws Exception {
        if (!tracked.newPast.isEmpty()) {
            events.add(tracked.newPast.take());
        }
    }

    private void replace(List<PastEvent> all, TrackedTarget tracked) throws Exception {
        tracked.newPast.clear();
        tracked.newPast.addAll(all, scratch);
        events.update(List.of(tracked.newPast.take()));
    }

    /** An independent copy of the target as it was before the first of all events. */
    TargetState base(TrackedTarget tracked) throws Exception {
        if (tracked.settleAt == TrackedTarget.NO_TIMER) {
            return tracked.target.copy();
        }
        TargetState kept = base.value();
        return kept == null ? new TargetState() : kept.copy();
    }

    /** The target as it is, if events applied up to then will be the first ones; else null. */
    TargetState baseBefore(TrackedTarget tracked, long until) {
        boolean first =
                tracked.settleAt == TrackedTarget.NO_TIMER && tracked.firstWaitingAt() <= until;
        return first && !tracked.target.isEmpty() ? tracked.target.copy() : null;
    }

    /**
     * @param newest in order, later than all before
     * @param before what {@link #baseBefore} gave
     */
    void append(List<PastEvent> newest, TargetState before, TrackedTarget tracked)
            throws Exception {
        if (newest.isEmpty()) {
            return;
        }
        if (before != null) {
            base.update(before);
        }
        tracked.newPast.addAll(newest, scratch);
        settleLater(newest.get(0), tracked);
    }

    /**
     * Adds a late event at its place.
     *
     * @param before what {@link #base} gave before it was applied
     */
    void insert(PastEvent late, TargetState before, TrackedTarget tracked) throws Exception {
        if (tracked.settleAt == TrackedTarget.NO_TIMER && !before.isEmpty()) {
            base.update(before);
        }
        List<PastEvent> all = all(tracked);
        all.add(late);
        all.sort(PastEvent.ORDER);
        replace(all, tracked);
        settleLater(late, tracked);
    }

    private void settleLater(PastEvent event, TrackedTarget tracked) {
        if (tracked.settleAt == TrackedTarget.NO_TIMER) {
            // Twice, so that every event is read and settled once and not with each that follows.
            tracked.settleAt = event.at() + 2 * allowedLateness + 1;
        }
    }

    /** Lets go of the events before which none can come any more. */
    void settle(TrackedTarget tracked, TargetMachine machine, long watermark) throws Exception {
        if (watermark < tracked.settleAt) {
            return;
        }
        List<PastEvent> all = all(tracked);
        int settled = 0;
        while (settled < all.size() && all.get(settled).at() < watermark - allowedLateness) {
            settled++;
        }
        TargetState before = base(tracked);
        tracked.settleAt = TrackedTarget.NO_TIMER;
        if (settled == all.size()) {
            tracked.newPast.clear();
            events.clear();
            base.clear();
            return;
        }
        base.update(machine.advanceBase(tracked.target, before, all.subList(0, settled)));
        replace(List.copyOf(all.subList(settled, all.size())), tracked);
        settleLater(all.get(settled), tracked);
    }
}
