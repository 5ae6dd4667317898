package vn.takedown.compliance.tracking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import vn.takedown.compliance.accounting.Ledger;
import vn.takedown.compliance.accounting.RecordCounts;
import vn.takedown.compliance.cache.Cached;
import vn.takedown.compliance.cache.KeyQueue;
import vn.takedown.compliance.cache.WriteBackCache;
import vn.takedown.compliance.config.TimeSettings;
import vn.takedown.compliance.document.CaseDocument;
import vn.takedown.compliance.document.CaseTransition;
import vn.takedown.compliance.document.DeadLetter;
import vn.takedown.compliance.event.EventEnvelope;
import vn.takedown.compliance.event.InputTopic;
import vn.takedown.compliance.event.ProviderKey;
import vn.takedown.compliance.event.RecordSerializer;
import vn.takedown.compliance.ingest.RejectionReason;
import vn.takedown.compliance.rollup.CohortChange;
import vn.takedown.compliance.rollup.CoverageAccumulator;
import vn.takedown.compliance.rollup.CoverageChangeSerializer;
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
import vn.takedown.model.coverage.CoverageChange;
import vn.takedown.model.event.Observation;
import vn.takedown.model.event.TakedownEvent;
import vn.takedown.model.reference.Provider;
import vn.takedown.model.reference.ProviderType;
import vn.takedown.model.standing.StandingChange;

/**
 * Keeps the cases of each target. Events wait in state until the watermark has passed them and are
 * then applied in order, with the deadlines between them; one that comes later is put into its
 * place among those that were applied: so documents depend on the set of events, not on their
 * arrival. Keyed by provider and target.
 */
public final class TrackCases extends AbstractStreamOperator<CaseDocument>
        implements TwoInputStreamOperator<EventEnvelope, ReferenceUpdate, CaseDocument>,
                Triggerable<ProviderKey, VoidNamespace> {

    public static final String UID = "track-cases";

    public static final OutputTag<CaseTransition> TRANSITIONS =
            new OutputTag<>("transitions", TypeInformation.of(CaseTransition.class));

    public static final OutputTag<CohortChange> COHORT_CHANGES =
            new OutputTag<>("cohort-changes", RecordSerializer.type(CohortChange.class));

    public static final OutputTag<CaseSituation> SITUATIONS =
            new OutputTag<>("situations", RecordSerializer.type(CaseSituation.class));

    public static final OutputTag<ProviderSignal> PROVIDER_SIGNALS =
            new OutputTag<>("provider-signals", RecordSerializer.type(ProviderSignal.class));

    public static final OutputTag<CoverageChange> COVERAGE_CHANGES =
            new OutputTag<>("coverage-changes", CoverageChangeSerializer.TYPE);

    public static final OutputTag<StandingChange> STANDING_CHANGES =
            new OutputTag<>("standing-changes", TypeInformation.of(StandingChange.class));

    private static final long serialVersionUID = 1L;
    private static final long END_OF_INPUT = Watermark.MAX_WATERMARK.getTimestamp();

    private final TimeSettings times;
    private final int cachedTargets;

    private transient BroadcastState<String, byte[]> referenceEntries;
    private transient BroadcastState<String, Long> cutOff;
    private transient ListState<Long> reachedWatermark;
    private transient Ledger ledger;

    private transient ValueState<TrackedTarget> state;
    private transient PastEvents pastEvents;
    private transient InternalTimerService<VoidNamespace> timers;
    private transient ReferenceState reference;
    private transient WriteBackCache<ProviderKey, TrackedTarget> cache;
    private transient KeyQueue<ProviderKey, TrackedTarget> waiting;
    private transient KeyQueue<ProviderKey, TrackedTarget> alarms;
    private transient CoverageAccumulator coverage;
    private transient long watermark;

    /** One for each provider until its coverage is handed on. */
    private transient Map<String, TargetMachine> machines;

    /** What the machines are at work on. */
    private transient ProviderKey atWork;

    /**
     * @param cachedTargets how many targets are kept decoded in front of the state
     */
    public TrackCases(TimeSettings times, int cachedTargets) {
        this.times = times;
        this.cachedTargets = cachedTargets;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        referenceEntries =
                context.getOperatorStateStore().getBroadcastState(ReferenceState.ENTRIES);
        cutOff = context.getOperatorStateStore().getBroadcastState(CutOff.STATE);
        reachedWatermark =
                context.getOperatorStateStore()
                        .getUnionListState(new ListStateDescriptor<>("watermark", Types.LONG));
        // A watermark comes to all subtasks before the same checkpoint, so it holds for all keys.
        // Without it events that were late before a restart would pass for early ones.
        watermark = Long.MIN_VALUE;
        for (long reached : reachedWatermark.get()) {
            watermark = Math.max(watermark, reached);
        }
        ledger = Ledger.restore(getRuntimeContext(), context);
    }

    @Override
    public void open() throws Exception {
        super.open();
        state =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "target", TrackedTargetSerializer.INSTANCE));
        pastEvents = new PastEvents(getRuntimeContext(), times.allowedLateness());
        timers = getInternalTimerService("alarms", VoidNamespaceSerializer.INSTANCE, this);
        reference = new ReferenceState(referenceEntries);
        cache = new WriteBackCache<>(cachedTargets, new KeyedStore());
        waiting = new KeyQueue<>(tracked -> tracked.waitingQueuedAt);
        alarms = new KeyQueue<>(tracked -> tracked.alarmQueuedAt);
        coverage = new CoverageAccumulator(times.coverageLag().toMillis());
        machines = new HashMap<>();
    }

    /** Reads and writes a target under its own key, whatever key is being worked at. */
    private final class KeyedStore implements WriteBackCache.Store<ProviderKey, TrackedTarget> {

        @Override
        public TrackedTarget read(ProviderKey key) throws Exception {
            setCurrentKey(key);
            TrackedTarget tracked = state.value();
            if (tracked == null) {
                return new TrackedTarget();
            }
            // State on the heap is the very object that was in the cache before, and in a queue.
            tracked.waitingQueuedAt = TrackedTarget.NO_TIMER;
            tracked.alarmQueuedAt = TrackedTarget.NO_TIMER;
            return tracked;
        }

        @Override
        public void write(ProviderKey key, TrackedTarget tracked) throws Exception {
            Object current = getCurrentKey();
            setCurrentKey(key);
            setTimer(tracked);
            pastEvents.write(tracked);
            if (tracked.isEmpty()) {
                state.clear();
            } else {
                state.update(tracked);
            }
            setCurrentKey(current);
        }
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        handOnCoverage();
        cache.writeAll();
        if (!getKeyedStateBackend().isSafeToReuseKVState()) {
            // State on the heap is these very objects: they must not change while it is copied.
            cache.clear();
        }
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        ledger.snapshot();
        reachedWatermark.update(List.of(watermark));
    }

    @Override
    public void processElement2(StreamRecord<ReferenceUpdate> element) throws Exception {
        ReferenceUpdate update = element.getValue();
        if (update.kind() == ReferenceUpdate.Kind.HEARTBEAT) {
            CutOff.raise(cutOff, update.at());
        } else {
            reference.update(update, referenceEntries);
        }
    }

    /** Most events find their target in the cache: the key is set where state is touched. */
    @Override
    @SuppressWarnings("rawtypes") // as Flink declares it
    public void setKeyContextElement1(StreamRecord element) {}

    @Override
    public void processElement1(StreamRecord<EventEnvelope> element) throws Exception {
        EventEnvelope envelope = element.getValue();
        Cached<ProviderKey, TrackedTarget> held = cache.hold(envelope.target());
        TrackedTarget tracked = held.take();
        boolean observation = envelope.event() instanceof Observation;
        long id = observation ? RecentIds.hashOf(envelope.event().eventId()) : 0;
        if (observation && tracked.recentIds.contains(id)) {
            ledger.count(RecordCounts.duplicate(envelope.origin().topic()));
            return;
        }
        long at = envelope.event().occurredAt();
        // Of an observation older than that nobody knows any more whether it is a repeat.
        if (at <= watermark && at < watermark - times.allowedLateness().toMillis()) {
            reject(envelope, "it is later than --allowed-lateness");
            return;
        }
        if (observation) {
            tracked.recentIds.add(id, at);
        }
        if (at <= watermark) {
            setCurrentKey(held.key());
            TargetMachine machine = machine(held.key());
            advance(tracked, machine, watermark);
            restate(tracked, machine, envelope);
            wakeInTime(held);
        } else {
            tracked.await(envelope);
            wakeForWaiting(held);
        }
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        // After a restart Flink's own begins anew, below the one that is kept.
        watermark = Math.max(watermark, mark.getTimestamp());
        wakeReached(waiting);
        wakeReached(alarms);
        // First of all the timers: what they change has to be handed on before the watermark.
        getTimeServiceManager().orElseThrow().advanceWatermark(mark);
        if (coverage.isDue(watermark)) {
            handOnCoverage();
        }
        super.processWatermark(mark);
    }

    /** A target that has left the cache since has a timer of Flink's instead. */
    private void wakeReached(KeyQueue<ProviderKey, TrackedTarget> queue) throws Exception {
        Cached<ProviderKey, TrackedTarget> held = queue.takeReached(watermark);
        while (held != null) {
            wake(held);
            held = queue.takeReached(watermark);
        }
    }

    private void handOnCoverage() {
        coverage.flush(this::emit);
        machines.clear();
    }

    @Override
    public void onEventTime(InternalTimer<ProviderKey, VoidNamespace> timer) throws Exception {
        Cached<ProviderKey, TrackedTarget> held = cache.hold(timer.getKey());
        // Another one may still be set: to set it again changes nothing.
        held.take().timer = TrackedTarget.NO_TIMER;
        wake(held);
    }

    @Override
    public void onProcessingTime(InternalTimer<ProviderKey, VoidNamespace> timer) {
        throw new IllegalStateException("Cases know event time only.");
    }

    /** Lets time pass for one target up to the watermark. */
    private void wake(Cached<ProviderKey, TrackedTarget> held) throws Exception {
        TrackedTarget tracked = held.take();
        setCurrentKey(held.key());
        TargetMachine machine = machine(held.key());
        if (watermark == END_OF_INPUT) {
            finish(tracked, machine, CutOff.of(cutOff));
            return;
        }
        if (tracked.waitingQueuedAt <= watermark) {
            tracked.waitingQueuedAt = TrackedTarget.NO_TIMER;
        }
        if (tracked.alarmQueuedAt <= watermark) {
            tracked.alarmQueuedAt = TrackedTarget.NO_TIMER;
        }
        advance(tracked, machine, watermark);
        pastEvents.settle(tracked, machine, watermark);
        tracked.recentIds.expire(watermark, times.allowedLateness().toMillis());
        wakeInTime(held);
    }

    /** As long as a target is in the cache a queue wakes it, which costs no access to state. */
    private void wakeInTime(Cached<ProviderKey, TrackedTarget> held) {
        TrackedTarget tracked = held.peek();
        wakeForWaiting(held);
        long alarm = nextAlarm(tracked);
        if (alarm < Math.min(tracked.alarmQueuedAt, tracked.timer)) {
            alarms.add(alarm, held);
            tracked.alarmQueuedAt = alarm;
        }
    }

    private void wakeForWaiting(Cached<ProviderKey, TrackedTarget> held) {
        TrackedTarget tracked = held.peek();
        long first = tracked.firstWaitingAt();
        if (first < Math.min(tracked.waitingQueuedAt, tracked.timer)) {
            waiting.add(first, held);
            tracked.waitingQueuedAt = first;
        }
    }

    /**
     * Makes sure that a timer wakes a target whose state is being written. None is taken back: to
     * be woken for nothing costs less than to move timers with every event.
     */
    private void setTimer(TrackedTarget tracked) {
        if (watermark == END_OF_INPUT) {
            return;
        }
        long next = Math.min(nextAlarm(tracked), tracked.firstWaitingAt());
        if (next < tracked.timer) {
            timers.registerEventTimeTimer(VoidNamespace.INSTANCE, next);
            tracked.timer = next;
        }
    }

    /** Time has passed the event already: what it changes is shown now, as a restatement. */
    private void restate(TrackedTarget tracked, TargetMachine machine, EventEnvelope envelope)
            throws Exception {
        InputTopic topic = envelope.origin().topic();
        TargetState base = pastEvents.base(tracked);
        Restatement restatement =
                machine.restate(
                        tracked.target, base, pastEvents.all(tracked), envelope.event(), watermark);
        ledger.count(RecordCounts.late(topic));
        if (restatement.outcome() == Application.TOO_LATE) {
            reject(envelope, "its case has been retired");
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

    private void reject(EventEnvelope envelope, String why) {
        ledger.count(RecordCounts.deadLetter(envelope.origin().topic(), RejectionReason.TOO_LATE));
        output.collect(
                IngestRecords.DEAD_LETTERS,
                new StreamRecord<>(
                        DeadLetter.tooLate(envelope, why), envelope.event().occurredAt()));
    }

    /** The machine to work on that target until another one is asked for. */
    private TargetMachine machine(ProviderKey target) {
        atWork = target;
        TargetMachine machine = machines.get(target.providerId());
        if (machine == null) {
            machine =
                    new TargetMachine(
                            reference.book(),
                            times.refreshInterval().toMillis(),
                            times.reinstatementWatchMillis(),
                            times.refreshedAtEnd(),
                            change -> publish(change, atWork),
                            coverage.of(target.providerId()));
            machines.put(target.providerId(), machine);
        }
        return machine;
    }

    /** Applies everything up to {@code until}. */
    private void advance(TrackedTarget tracked, TargetMachine machine, long until)
            throws Exception {
        Outcomes outcomes = new Outcomes();
        TargetState base = pastEvents.baseBefore(tracked, until);
        int applied = machine.advance(tracked.target, tracked.waiting, outcomes, until);
        tracked.dropWaiting(applied);
        pastEvents.append(outcomes.past, base, tracked);
    }

    /** Counts what became of the waiting events and gathers what must be remembered of them. */
    private final class Outcomes implements Arrivals<EventEnvelope> {
        private final List<PastEvent> past = new ArrayList<>(1);

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
                reject(envelope, "its case has been retired");
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
    private void finish(TrackedTarget tracked, TargetMachine machine, long heartbeat)
            throws Exception {
        long cutOff = Math.max(heartbeat, tracked.lastWaitingAt());
        if (cutOff != Long.MIN_VALUE) {
            advance(tracked, machine, cutOff);
            machine.flush(tracked.target, cutOff);
        }
    }

    /** When time alone has work to do for this target; events that wait are seen to apart. */
    private long nextAlarm(TrackedTarget tracked) {
        long next =
                Math.min(
                        TargetMachine.nextAlarm(tracked.target, times.reinstatementWatchMillis()),
                        tracked.settleAt);
        return tracked.recentIds.size() == 0
                ? next
                : Math.min(next, tracked.recentIds.expiresAt(times.allowedLateness().toMillis()));
    }

    private void publish(CaseChange change, ProviderKey target) {
        String providerId = target.providerId();
        Provider provider = reference.book().provider(providerId);
        if (isWritten(change)) {
            emit(CaseDocument.of(change, providerId, target.hash(), provider), change.at());
        }
        signal(change, providerId, provider == null ? null : provider.type());
        if (change.cause() != Cause.REFRESH) {
            emit(TRANSITIONS, CaseTransition.of(change, providerId), change.at());
        }
        CohortEntry before = change.before() == null ? null : CohortEntry.of(change.before());
        CohortEntry after = CohortEntry.of(change.after());
        if (!after.equals(before)) {
            long issuedAt = change.facts().identity().issuedAt();
            emit(COHORT_CHANGES, CohortChange.of(providerId, issuedAt, before, after), change.at());
        }
        count(change);
    }

    private boolean isWritten(CaseChange change) {
        return change.cause() != Cause.REFRESH
                || !times.refreshedAtEnd()
                || watermark == END_OF_INPUT;
    }

    /** What alerts depend on; a mere refresh tells only that something was observed. */
    private void signal(CaseChange change, String providerId, ProviderType type) {
        if (change.cause() != Cause.REFRESH) {
            emit(SITUATIONS, CaseSituation.of(change, providerId, type), change.at());
        }
        ProviderSignal signal = ProviderSignal.of(change, providerId, type);
        if (signal != null) {
            emit(PROVIDER_SIGNALS, signal, change.at());
        }
        StandingChange standing = StandingChange.of(change, providerId);
        if (standing != null) {
            emit(STANDING_CHANGES, standing, change.at());
        }
    }

    private void emit(CoverageChange change) {
        emit(COVERAGE_CHANGES, change, change.latestHour());
    }

    private void emit(CaseDocument document, long at) {
        output.collect(new StreamRecord<>(document, at));
    }

    private <T> void emit(OutputTag<T> tag, T value, long at) {
        output.collect(tag, new StreamRecord<>(value, at));
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
