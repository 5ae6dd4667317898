package vn.takedown.compliance.tracking;

import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import vn.takedown.compliance.accounting.Ledger;
import vn.takedown.compliance.accounting.RecordCounts;
import vn.takedown.compliance.document.CaseDocument;
import vn.takedown.compliance.document.CaseTransition;
import vn.takedown.compliance.document.DeadLetter;
import vn.takedown.compliance.event.EventEnvelope;
import vn.takedown.compliance.event.InputTopic;
import vn.takedown.compliance.event.OriginalRecord;
import vn.takedown.compliance.ingest.RejectionReason;
import vn.takedown.compliance.rollup.CohortChange;
import vn.takedown.compliance.source.IngestRecords;
import vn.takedown.compliance.source.ReferenceUpdate;
import vn.takedown.model.cases.Application;
import vn.takedown.model.cases.CaseChange;
import vn.takedown.model.cases.Cause;
import vn.takedown.model.cases.LifecycleState;
import vn.takedown.model.cases.TargetMachine;
import vn.takedown.model.cases.Verdict;
import vn.takedown.model.cohort.CohortEntry;
import vn.takedown.model.event.Observation;

/**
 * Keeps the cases of each target. Events wait in state until the watermark has passed them and are
 * then applied in order, with the deadlines between them: so documents depend on the set of events,
 * not on their arrival. Keyed by {@code provider_id|target_key}.
 */
public final class TrackCases
        extends KeyedBroadcastProcessFunction<String, EventEnvelope, ReferenceUpdate, CaseDocument>
        implements CheckpointedFunction {

    public static final String UID = "track-cases";

    public static final OutputTag<CaseTransition> TRANSITIONS =
            new OutputTag<>("transitions", TypeInformation.of(CaseTransition.class));

    public static final OutputTag<CohortChange> COHORT_CHANGES =
            new OutputTag<>("cohort-changes", TypeInformation.of(CohortChange.class));

    private static final long serialVersionUID = 1L;
    private static final long END_OF_INPUT = Watermark.MAX_WATERMARK.getTimestamp();

    private final long refreshInterval;

    private transient ValueState<TrackedTarget> state;
    private transient ReferenceState reference;
    private transient Ledger ledger;

    /**
     * @param refreshInterval by how much of event time what every observation moves may lag
     */
    public TrackCases(Duration refreshInterval) {
        this.refreshInterval = refreshInterval.toMillis();
    }

    @Override
    public void open(OpenContext context) {
        state =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "target", TrackedTargetSerializer.INSTANCE));
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
    public void processBroadcastElement(
            ReferenceUpdate update, Context context, Collector<CaseDocument> output)
            throws Exception {
        if (update.kind() == ReferenceUpdate.Kind.HEARTBEAT) {
            CutOff.raise(context.getBroadcastState(CutOff.STATE), update.at());
            return;
        }
        if (reference == null) {
            reference = new ReferenceState(context.getBroadcastState(ReferenceState.ENTRIES));
        }
        reference.update(update, context.getBroadcastState(ReferenceState.ENTRIES));
    }

    @Override
    public void processElement(
            EventEnvelope envelope, ReadOnlyContext context, Collector<CaseDocument> output)
            throws Exception {
        TrackedTarget tracked = state.value();
        if (tracked == null) {
            tracked = new TrackedTarget();
        }
        boolean observation = envelope.event() instanceof Observation;
        InputTopic topic = envelope.origin().topic();
        if (observation && tracked.recentIds.contains(envelope.event().eventId())) {
            ledger.count(RecordCounts.duplicate(topic));
            return;
        }
        long at = envelope.event().occurredAt();
        if (envelope.late() || at <= context.currentWatermark()) {
            ledger.count(RecordCounts.deadLetter(topic, RejectionReason.TOO_LATE));
            context.output(IngestRecords.DEAD_LETTERS, tooLate(envelope));
            return;
        }
        if (observation) {
            tracked.recentIds.add(envelope.event().eventId(), at);
        }
        tracked.await(envelope);
        if (at < tracked.timer) {
            if (tracked.timer != TrackedTarget.NO_TIMER) {
                context.timerService().deleteEventTimeTimer(tracked.timer);
            }
            context.timerService().registerEventTimeTimer(at);
            tracked.timer = at;
        }
        state.update(tracked);
    }

    private static DeadLetter tooLate(EventEnvelope envelope) {
        if (envelope.original() != null) {
            return DeadLetter.of(
                    envelope.origin(),
                    envelope.original(),
                    RejectionReason.TOO_LATE,
                    "occurred_at is earlier than what its partition had reached, less the bound");
        }
        return DeadLetter.of(
                envelope.origin(),
                new OriginalRecord(null, null, envelope.event().occurredAt()),
                RejectionReason.TOO_LATE,
                "occurred_at is earlier than the watermark; the record lies at its offset in Kafka");
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<CaseDocument> output)
            throws Exception {
        TrackedTarget tracked = state.value();
        if (tracked == null) {
            return;
        }
        tracked.timer = TrackedTarget.NO_TIMER;
        if (reference == null) {
            reference = new ReferenceState(context.getBroadcastState(ReferenceState.ENTRIES));
        }
        String[] target = context.getCurrentKey().split("\\|");
        TargetMachine machine =
                new TargetMachine(
                        reference.book(),
                        refreshInterval,
                        change -> publish(change, target[0], target[1], context, output));
        long watermark = context.currentWatermark();
        if (watermark == END_OF_INPUT) {
            finish(tracked, machine, CutOff.of(context.getBroadcastState(CutOff.STATE)));
            save(tracked);
            return;
        }
        advance(tracked, machine, watermark);
        tracked.recentIds.expire(watermark);
        long next = nextTimer(tracked, machine);
        if (next != TrackedTarget.NO_TIMER) {
            context.timerService().registerEventTimeTimer(next);
            tracked.timer = next;
        }
        save(tracked);
    }

    /** Applies everything up to {@code until}. */
    private void advance(TrackedTarget tracked, TargetMachine machine, long until) {
        int applied =
                machine.advance(
                        tracked.target,
                        tracked.waiting,
                        EventEnvelope::event,
                        until,
                        (envelope, application) -> count(envelope.origin().topic(), application));
        tracked.waiting.subList(0, applied).clear();
    }

    private void count(InputTopic topic, Application application) {
        if (application != Application.APPLIED) {
            ledger.count(RecordCounts.ignored(topic, application));
        }
    }

    /**
     * The input has ended: what waits is applied, and what is not yet shown is written as of {@code
     * T}. No deadline after {@code T} is touched.
     */
    private void finish(TrackedTarget tracked, TargetMachine machine, long heartbeat) {
        long cutOff = heartbeat;
        if (!tracked.waiting.isEmpty()) {
            EventEnvelope last = tracked.waiting.get(tracked.waiting.size() - 1);
            cutOff = Math.max(cutOff, last.event().occurredAt());
        }
        if (cutOff != Long.MIN_VALUE) {
            advance(tracked, machine, cutOff);
            machine.flush(tracked.target, cutOff);
        }
    }

    private long nextTimer(TrackedTarget tracked, TargetMachine machine) {
        long next = machine.nextAlarm(tracked.target);
        if (!tracked.waiting.isEmpty()) {
            next = Math.min(next, tracked.waiting.get(0).event().occurredAt());
        }
        if (tracked.target.isEmpty() && tracked.recentIds.size() > 0) {
            next = Math.min(next, tracked.recentIds.expiresAt());
        }
        return next;
    }

    private void save(TrackedTarget tracked) throws Exception {
        if (tracked.isEmpty()) {
            state.clear();
        } else {
            state.update(tracked);
        }
    }

    private void publish(
            CaseChange change,
            String providerId,
            String targetKey,
            OnTimerContext context,
            Collector<CaseDocument> output) {
        output.collect(
                CaseDocument.of(
                        change, providerId, targetKey, reference.book().provider(providerId)));
        if (change.cause() != Cause.REFRESH) {
            context.output(TRANSITIONS, CaseTransition.of(change, providerId));
        }
        CohortEntry before = change.before() == null ? null : CohortEntry.of(change.before());
        CohortEntry after = CohortEntry.of(change.after());
        if (!after.equals(before)) {
            context.output(
                    COHORT_CHANGES,
                    CohortChange.of(
                            providerId, change.facts().identity().issuedAt(), before, after));
        }
        count(change);
    }

    private void count(CaseChange change) {
        Verdict verdict = change.after().verdict();
        if (change.before() == null) {
            ledger.count(RecordCounts.CASES_ISSUED);
            ledger.count(RecordCounts.cases(verdict));
            ledger.add(RecordCounts.CASES_OPEN, open(change.after().state(), verdict));
            return;
        }
        if (change.before().verdict() != verdict) {
            ledger.add(RecordCounts.cases(change.before().verdict()), -1);
            ledger.count(RecordCounts.cases(verdict));
        }
        int opened =
                open(change.after().state(), verdict)
                        - open(change.before().state(), change.before().verdict());
        if (opened != 0) {
            ledger.add(RecordCounts.CASES_OPEN, opened);
        }
    }

    private static int open(LifecycleState state, Verdict verdict) {
        boolean over =
                verdict == Verdict.EXCLUDED
                        || state == LifecycleState.REMOVED
                        || state == LifecycleState.WITHDRAWN;
        return over ? 0 : 1;
    }
}
