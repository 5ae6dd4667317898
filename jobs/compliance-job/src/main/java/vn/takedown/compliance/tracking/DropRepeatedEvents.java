package vn.takedown.compliance.tracking;

import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import vn.takedown.compliance.accounting.Ledger;
import vn.takedown.compliance.accounting.RecordCounts;
import vn.takedown.compliance.document.DeadLetter;
import vn.takedown.compliance.event.EventEnvelope;
import vn.takedown.compliance.event.Lateness;
import vn.takedown.compliance.ingest.RejectionReason;
import vn.takedown.compliance.source.IngestRecords;

/**
 * Lets each request and acknowledgement event through once, for ever (contract section 1). Keyed by
 * topic and {@code event_id}. An event so late that it becomes a dead letter does not reserve its
 * id (section 6, item 2).
 */
public final class DropRepeatedEvents
        extends KeyedProcessFunction<String, EventEnvelope, EventEnvelope>
        implements CheckpointedFunction {

    public static final String UID = "drop-repeated-events";

    private static final long serialVersionUID = 1L;

    private final long allowedLateness;

    private transient ValueState<Boolean> seen;
    private transient Ledger ledger;

    /**
     * @param allowedLateness by how much an event may come late and is still applied
     */
    public DropRepeatedEvents(Duration allowedLateness) {
        this.allowedLateness = allowedLateness.toMillis();
    }

    /** The key: ids are unique within a topic only. */
    public static String key(EventEnvelope envelope) {
        return envelope.origin().topic().ordinal() + ":" + envelope.event().eventId();
    }

    @Override
    public void open(OpenContext context) {
        seen = getRuntimeContext().getState(new ValueStateDescriptor<>("seen", Types.BOOLEAN));
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        ledger = Ledger.restore(getRuntimeContext(), context);
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        ledger.snapshot();
    }

    @Override
    public void processElement(
            EventEnvelope envelope, Context context, Collector<EventEnvelope> output)
            throws Exception {
        if (seen.value() != null) {
            ledger.count(RecordCounts.duplicate(envelope.origin().topic()));
            return;
        }
        long watermark = context.timerService().currentWatermark();
        boolean passed =
                watermark != Long.MIN_VALUE
                        && envelope.event().occurredAt() < watermark - allowedLateness;
        if (passed || envelope.lateness() == Lateness.TOO_LATE) {
            ledger.count(
                    RecordCounts.deadLetter(envelope.origin().topic(), RejectionReason.TOO_LATE));
            context.output(
                    IngestRecords.DEAD_LETTERS,
                    DeadLetter.tooLate(envelope, "it is later than --allowed-lateness"));
            return;
        }
        seen.update(true);
        output.collect(envelope);
    }
}
