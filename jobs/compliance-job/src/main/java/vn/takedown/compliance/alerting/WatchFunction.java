package vn.takedown.compliance.alerting;

import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.util.Collector;
import vn.takedown.compliance.source.ReferenceUpdate;
import vn.takedown.compliance.tracking.CutOff;
import vn.takedown.compliance.tracking.ReferenceState;
import vn.takedown.model.alerting.Alert;
import vn.takedown.model.reference.ReferenceBook;

/**
 * What all that raises alerts has in common: it knows the policies, and how far time has come.
 *
 * @param <I> what alerts are made from
 */
abstract class WatchFunction<I>
        extends KeyedBroadcastProcessFunction<String, I, ReferenceUpdate, Alert> {

    private static final long serialVersionUID = 1L;
    private static final long END_OF_INPUT = Watermark.MAX_WATERMARK.getTimestamp();

    private transient ReferenceState reference;

    @Override
    public void processBroadcastElement(
            ReferenceUpdate update, Context context, Collector<Alert> output) throws Exception {
        if (update.kind() == ReferenceUpdate.Kind.HEARTBEAT) {
            CutOff.raise(context.getBroadcastState(CutOff.STATE), update.at());
            return;
        }
        if (reference == null) {
            reference = new ReferenceState(context.getBroadcastState(ReferenceState.ENTRIES));
        }
        reference.update(update, context.getBroadcastState(ReferenceState.ENTRIES));
    }

    ReferenceBook book(ReadOnlyContext context) throws Exception {
        if (reference == null) {
            reference = new ReferenceState(context.getBroadcastState(ReferenceState.ENTRIES));
        }
        return reference.book();
    }

    boolean ended(ReadOnlyContext context) {
        return context.currentWatermark() == END_OF_INPUT;
    }

    /**
     * How far time has come: {@code T} when the input has ended (contract section 3), for the end
     * of a file makes nothing overdue.
     *
     * @param latest event time of the latest news that waits; {@link Long#MIN_VALUE} when none does
     */
    long now(long latest, ReadOnlyContext context) throws Exception {
        return ended(context)
                ? Math.max(latest, CutOff.of(context.getBroadcastState(CutOff.STATE)))
                : context.currentWatermark();
    }
}
