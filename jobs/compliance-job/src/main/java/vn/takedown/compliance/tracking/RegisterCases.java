package vn.takedown.compliance.tracking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
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
import vn.takedown.compliance.event.EventEnvelope;
import vn.takedown.compliance.event.EventEnvelopeType;
import vn.takedown.model.cases.Application;
import vn.takedown.model.cases.EventOrder;
import vn.takedown.model.event.CaseEvent;

/**
 * Lets only the first {@code ISSUED} of each case through, even when a second one names another
 * provider or target (contract section 6, item 3). Keyed by {@code case_id}. Which one is first is
 * known when the watermark has passed it.
 */
public final class RegisterCases extends KeyedProcessFunction<String, EventEnvelope, EventEnvelope>
        implements CheckpointedFunction {

    public static final String UID = "register-cases";

    private static final long serialVersionUID = 1L;

    private static final Comparator<EventEnvelope> ORDER =
            Comparator.comparing(EventEnvelope::event, EventOrder.COMPARATOR);

    private transient ValueState<Boolean> registered;
    private transient ListState<EventEnvelope> waiting;
    private transient Ledger ledger;

    /** The key of an {@code ISSUED} event. */
    public static String key(EventEnvelope envelope) {
        return ((CaseEvent) envelope.event()).caseId();
    }

    @Override
    public void open(OpenContext context) {
        registered =
                getRuntimeContext()
                        .getState(new ValueStateDescriptor<>("registered", Types.BOOLEAN));
        waiting =
                getRuntimeContext()
                        .getListState(
                                new ListStateDescriptor<>("waiting", EventEnvelopeType.INSTANCE));
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
            EventEnvelope issued, Context context, Collector<EventEnvelope> output)
            throws Exception {
        if (registered.value() != null) {
            ignore(issued);
        } else if (issued.event().occurredAt() <= context.timerService().currentWatermark()) {
            registered.update(true);
            waiting.clear();
            output.collect(issued);
        } else {
            waiting.add(issued);
            context.timerService().registerEventTimeTimer(issued.event().occurredAt());
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<EventEnvelope> output)
            throws Exception {
        List<EventEnvelope> candidates = new ArrayList<>();
        waiting.get().forEach(candidates::add);
        if (registered.value() != null || candidates.isEmpty()) {
            return;
        }
        candidates.sort(ORDER);
        registered.update(true);
        waiting.clear();
        output.collect(candidates.get(0));
        candidates.subList(1, candidates.size()).forEach(this::ignore);
    }

    private void ignore(EventEnvelope issued) {
        ledger.count(
                RecordCounts.ignored(issued.origin().topic(), Application.IGNORED_SECOND_ISSUED));
    }
}
