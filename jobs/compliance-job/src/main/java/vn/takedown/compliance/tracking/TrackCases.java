package vn.takedown.compliance.tracking;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import vn.takedown.compliance.accounting.Ledger;
import vn.takedown.compliance.accounting.RecordCounts;
import vn.takedown.compliance.config.TimeSettings;
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
import vn.takedown.model.alerting.ProviderSignal;
import vn.takedown.model.cases.Application;
import vn.takedown.model.cases.Arrivals;
import vn.takedown.model.cases.CaseChange;
import vn.takedown.model.cases.CaseSituation;
import vn.takedown.model.cases.Cause;
import vn.takedown.model.cases.LifecycleState;
import vn.takedown.model.cases.PastEvent;
import vn.takedown.model.cases.Restatement;
import vn.takedown.model.cases.TargetMachine;
import vn.takedown.model.cases.TargetState;
import vn.takedown.model.cases.Verdict;
import vn.takedown.model.cohort.CohortEntry;
import vn.takedown.model.event.Observation;
import vn.takedown.model.event.TakedownEvent;
import vn.takedown.model.reference.Provider;
import vn.takedown.model.reference.ProviderType;

/**
 * Keeps the cases of each target. Events wait in state until the watermark has passed them and are
 * then applied in order, with the deadlines between them; one that comes later is put into its
 * place among those that were applied: so documents depend on the set of events, not on their
 * arrival. Keyed by {@code provider_id|target_key}.
 */
public final class TrackCases
        extends KeyedBroadcastProcessFunction<String, EventEnvelope, ReferenceUpdate, CaseDocument>
        implements CheckpointedFunction {

    public static final String UID = "track-cases";

    public static final OutputTag<CaseTransition> TRANSITIONS =
            new OutputTag<>("transitions", TypeInformation.of(CaseTransition.class));

    public static final OutputTag<CohortChange> COHORT_CHANGES =
            new OutputTag<>("cohort-changes", TypeInformation.of(CohortChange.class));

    public static final OutputTag<CaseSituation> SITUATIONS =
            new OutputTag<>("situations", TypeInformation.of(CaseSituation.class));

    public static final OutputTag<ProviderSignal> PROVIDER_SIGNALS =
            new OutputTag<>("provider-signals", TypeInformation.of(ProviderSignal.class));

    private static final long serialVersionUID = 1L;
    private static final long END_OF_INPUT = Watermark.MAX_WATERMARK.getTimestamp();

    private final TimeSettings times;

    private transient ValueState<TrackedTarget> state;
    private transient PastEvents pastEvents;
    private transient ReferenceState reference;
    private transient Ledger ledger;

    public TrackCases(TimeSettings times) {
        this.times = times;
    }

    @Override
    public void open(OpenContext context) {
        state =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "target", TrackedTargetSerializer.INSTANCE));
        pastEvents = new PastEvents(getRuntimeContext(), times.allowedLateness());
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
        long watermark = context.currentWatermark();
        // Of an observation older than that nobody knows any more whether it is a repeat.
        if (at <= watermark && at < watermark - times.allowedLateness().toMillis()) {
            reject(envelope, "it is later than --allowed-lateness", context);
            return;
        }
        if (observation) {
            tracked.recentIds.add(envelope.event().eventId(), at);
        }
        if (at <= watermark) {
            restate(tracked, envelope, context, output);
            wakeAt(nextTimer(tracked), tracked, context.timerService());
        } else {
            tracked.await(envelope);
            wakeAt(Math.min(at, tracked.timer), tracked, context.timerService());
        }
        save(tracked);
    }

    private static void wakeAt(long next, TrackedTarget tracked, TimerService timers) {
        if (next == tracked.timer) {
            return;
        }
        if (tracked.timer != TrackedTarget.NO_TIMER) {
            timers.deleteEventTimeTimer(tracked.timer);
        }
        if (next != TrackedTarget.NO_TIMER) {
            timers.registerEventTimeTimer(next);
        }
        tracked.timer = next;
    }

    /** Time has passed the event already: what it changes is shown now, as a restatement. */
    private void restate(
            TrackedTarget tracked,
            EventEnvelope envelope,
            ReadOnlyContext context,
            Collector<CaseDocument> output)
            throws Exception {
        InputTopic topic = envelope.origin().topic();
        readReference(context);
        TargetState base = pastEvents.base(tracked);
        Restatement restatement =
                machine(context.getCurrentKey(), context, output)
                        .restate(
                                tracked.target,
                                base,
                                pastEvents.all(),
                                envelope.event(),
                                context.currentWatermark());
        ledger.count(RecordCounts.late(topic));
        if (restatement.outcome() == Application.TOO_LATE) {
            reject(envelope, "its case has been retired", context);
            return;
        }
        count(topic, restatement.outcome(), 1);
        for (Restatement.Difference difference : restatement.differences()) {
            InputTopic earlier = topicOf(difference.event());
            count(earlier, difference.before(), -1);
            count(earlier, difference.after(), 1);
        }
        if (restatement.outcome() != Application.IGNORED_SECOND_ISSUED) {
            pastEvents.insert(restatement.event(), base, tracked);
        }
    }

    private static InputTopic topicOf(PastEvent past) {
        return past.isAnswer() ? InputTopic.ACKNOWLEDGEMENTS : InputTopic.REQUESTS;
    }

    private void reject(EventEnvelope envelope, String why, ReadOnlyContext context) {
        ledger.count(RecordCounts.deadLetter(envelope.origin().topic(), RejectionReason.TOO_LATE));
        context.output(IngestRecords.DEAD_LETTERS, tooLate(envelope, why));
    }

    private static DeadLetter tooLate(EventEnvelope envelope, String why) {
        OriginalRecord original = envelope.original();
        return original != null
                ? DeadLetter.of(
                        envelope.origin(),
                        original,
                        RejectionReason.TOO_LATE,
                        "occurred_at: " + why)
                : DeadLetter.of(
                        envelope.origin(),
                        new OriginalRecord(null, null, envelope.event().occurredAt()),
                        RejectionReason.TOO_LATE,
                        "occurred_at: " + why + "; the record lies at its offset in Kafka");
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<CaseDocument> output)
            throws Exception {
        TrackedTarget tracked = state.value();
        if (tracked == null) {
            return;
        }
        tracked.timer = TrackedTarget.NO_TIMER;
        readReference(context);
        TargetMachine machine = machine(context.getCurrentKey(), context, output);
        long watermark = context.currentWatermark();
        if (watermark == END_OF_INPUT) {
            finish(tracked, machine, CutOff.of(context.getBroadcastState(CutOff.STATE)), context);
            save(tracked);
            return;
        }
        advance(tracked, machine, watermark, context);
        pastEvents.settle(tracked, machine, watermark);
        tracked.recentIds.expire(watermark, times.allowedLateness().toMillis());
        wakeAt(nextTimer(tracked), tracked, context.timerService());
        save(tracked);
    }

    private void readReference(ReadOnlyContext context) throws Exception {
        if (reference == null) {
            reference = new ReferenceState(context.getBroadcastState(ReferenceState.ENTRIES));
        }
    }

    private TargetMachine machine(
            String key, ReadOnlyContext context, Collector<CaseDocument> output) {
        int bar = key.indexOf('|');
        String providerId = key.substring(0, bar);
        String targetKey = key.substring(bar + 1);
        return new TargetMachine(
                reference.book(),
                times.refreshInterval().toMillis(),
                times.reinstatementWatchMillis(),
                change -> publish(change, providerId, targetKey, context, output));
    }

    /** Applies everything up to {@code until}. */
    private void advance(
            TrackedTarget tracked, TargetMachine machine, long until, ReadOnlyContext context)
            throws Exception {
        List<PastEvent> past = new ArrayList<>();
        TargetState base = pastEvents.baseBefore(tracked);
        int applied =
                machine.advance(
                        tracked.target, tracked.waiting, new Outcomes(context, past), until);
        tracked.waiting.subList(0, applied).clear();
        pastEvents.append(past, base, tracked);
    }

    /** Counts what became of the waiting events and gathers what must be remembered of them. */
    private final class Outcomes implements Arrivals<EventEnvelope> {
        private final ReadOnlyContext context;
        private final List<PastEvent> past;

        Outcomes(ReadOnlyContext context, List<PastEvent> past) {
            this.context = context;
            this.past = past;
        }

        @Override
        public TakedownEvent event(EventEnvelope envelope) {
            return envelope.event();
        }

        @Override
        public boolean late(EventEnvelope envelope) {
            return envelope.late();
        }

        @Override
        public void applied(EventEnvelope envelope, PastEvent event, Application outcome) {
            if (envelope.late()) {
                ledger.count(RecordCounts.late(envelope.origin().topic()));
            }
            if (outcome == Application.TOO_LATE) {
                reject(envelope, "its case has been retired", context);
                return;
            }
            count(envelope.origin().topic(), outcome, 1);
            if (outcome != Application.IGNORED_SECOND_ISSUED) {
                past.add(event);
            }
        }
    }

    private void count(InputTopic topic, Application outcome, int by) {
        if (outcome != Application.APPLIED) {
            ledger.add(RecordCounts.ignored(topic, outcome), by);
        }
    }

    /**
     * The input has ended: what waits is applied, and what is not yet shown is written as of {@code
     * T}. No deadline after {@code T} is touched.
     */
    private void finish(
            TrackedTarget tracked, TargetMachine machine, long heartbeat, ReadOnlyContext context)
            throws Exception {
        long cutOff = heartbeat;
        if (!tracked.waiting.isEmpty()) {
            EventEnvelope last = tracked.waiting.get(tracked.waiting.size() - 1);
            cutOff = Math.max(cutOff, last.event().occurredAt());
        }
        if (cutOff != Long.MIN_VALUE) {
            advance(tracked, machine, cutOff, context);
            machine.flush(tracked.target, cutOff);
        }
    }

    private long nextTimer(TrackedTarget tracked) {
        long next =
                Math.min(
                        TargetMachine.nextAlarm(tracked.target, times.reinstatementWatchMillis()),
                        tracked.settleAt);
        if (!tracked.waiting.isEmpty()) {
            next = Math.min(next, tracked.waiting.get(0).event().occurredAt());
        }
        if (tracked.target.isEmpty() && tracked.recentIds.size() > 0) {
            next = Math.min(next, tracked.recentIds.expiresAt(times.allowedLateness().toMillis()));
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
            ReadOnlyContext context,
            Collector<CaseDocument> output) {
        Provider provider = reference.book().provider(providerId);
        output.collect(CaseDocument.of(change, providerId, targetKey, provider));
        signal(change, providerId, provider == null ? null : provider.type(), context);
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

    /** What alerts depend on; a mere refresh tells only that something was observed. */
    private void signal(
            CaseChange change, String providerId, ProviderType type, ReadOnlyContext context) {
        if (change.cause() != Cause.REFRESH) {
            context.output(SITUATIONS, CaseSituation.of(change, providerId, type));
        }
        ProviderSignal signal = ProviderSignal.of(change, providerId, type);
        if (signal != null) {
            context.output(PROVIDER_SIGNALS, signal);
        }
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
