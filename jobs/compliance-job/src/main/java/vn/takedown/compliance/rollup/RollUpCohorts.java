package vn.takedown.compliance.rollup;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import vn.takedown.compliance.cache.WriteBackCache;
import vn.takedown.compliance.config.TimeSettings;
import vn.takedown.compliance.document.PeriodDocument;
import vn.takedown.compliance.source.ReferenceUpdate;
import vn.takedown.compliance.tracking.CutOff;
import vn.takedown.model.cohort.CohortDurations;
import vn.takedown.model.cohort.Period;

/**
 * Keeps the figures of each cohort. Durations are kept exactly, so that taking a case's old part
 * away is exact too: as a list of changes, to which each checkpoint adds those since the one
 * before. A change is shown soon after (see {@link #showAfter}); what time alone moves, the
 * Kaplan–Meier figures of open cases, follows at the refresh interval. Keyed by cohort.
 */
public final class RollUpCohorts extends AbstractStreamOperator<PeriodDocument>
        implements TwoInputStreamOperator<CohortUpdate, ReferenceUpdate, PeriodDocument>,
                Triggerable<String, VoidNamespace> {

    public static final String UID = "roll-up-cohorts";

    private static final long serialVersionUID = 1L;
    private static final long END_OF_INPUT = Watermark.MAX_WATERMARK.getTimestamp();

    /**
     * Event time by which a change may lag for each distinct value that must be read to show it.
     */
    private static final long LAG_PER_VALUE = 1;

    /** Cohorts kept at hand: those of a few hundred providers that still change. */
    private static final int CACHED_COHORTS = 10_000;

    /** Changes of durations that wait in memory for the next checkpoint. */
    private static final int MOST_PENDING = 200_000;

    /** As many lists of changes are put into one when a cohort is shown. */
    private static final int MOST_LISTS = 32;

    private final long refreshInterval;
    private final boolean shownAtEnd;

    private transient BroadcastState<String, Long> cutOff;
    private transient ValueState<long[]> state;
    private transient ListState<CohortDurations> durations;
    private transient InternalTimerService<VoidNamespace> timers;
    private transient WriteBackCache<String, Cohort> cache;
    private transient int pending;

    public RollUpCohorts(TimeSettings times) {
        this.refreshInterval = times.refreshInterval().toMillis();
        this.shownAtEnd = times.refreshedAtEnd();
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        cutOff = context.getOperatorStateStore().getBroadcastState(CutOff.STATE);
    }

    @Override
    public void open() throws Exception {
        super.open();
        state =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "cohort",
                                        PrimitiveArrayTypeInfo.LONG_PRIMITIVE_ARRAY_TYPE_INFO));
        durations =
                getRuntimeContext()
                        .getListState(
                                new ListStateDescriptor<>(
                                        "durations", CohortDurationsSerializer.INSTANCE));
        timers = getInternalTimerService("shows", VoidNamespaceSerializer.INSTANCE, this);
        cache = new WriteBackCache<>(CACHED_COHORTS, new KeyedStore());
    }

    /** Reads and writes a cohort under its own key, whatever key is being worked at. */
    private final class KeyedStore implements WriteBackCache.Store<String, Cohort> {

        @Override
        public Cohort read(String key) throws Exception {
            setCurrentKey(key);
            return Cohort.of(state.value());
        }

        @Override
        public void write(String key, Cohort cohort) throws Exception {
            Object current = getCurrentKey();
            setCurrentKey(key);
            state.update(cohort.toArray());
            if (!cohort.pending.isEmpty()) {
                pending -= cohort.pending.size();
                durations.add(cohort.pending.take());
            }
            setCurrentKey(current);
        }
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        cache.writeAll();
    }

    @Override
    public void processElement2(StreamRecord<ReferenceUpdate> element) throws Exception {
        if (element.getValue().kind() == ReferenceUpdate.Kind.HEARTBEAT) {
            CutOff.raise(cutOff, element.getValue().at());
        }
    }

    @Override
    public void processElement1(StreamRecord<CohortUpdate> element) throws Exception {
        CohortChange change = element.getValue().change();
        Cohort cohort = cache.take((String) getCurrentKey());
        pending -= cohort.pending.size();
        cohort.apply(change);
        pending += cohort.pending.size();
        long now = Math.max(timers.currentWatermark(), change.issuedAt());
        showAt(shownAtEnd ? END_OF_INPUT - 1 : now + showAfter(cohort), cohort);
        if (pending > MOST_PENDING) {
            cache.writeAll();
        }
    }

    private void showAt(long instant, Cohort cohort) {
        if (instant >= cohort.timer) {
            return;
        }
        if (cohort.timer != Cohort.NO_TIMER) {
            timers.deleteEventTimeTimer(VoidNamespace.INSTANCE, cohort.timer);
        }
        timers.registerEventTimeTimer(VoidNamespace.INSTANCE, instant);
        cohort.timer = instant;
    }

    /**
     * How long, in event time, a change may wait to be shown together with others: the more there
     * is to read, the longer, so that the cost of showing stays in proportion to time and not to
     * changes.
     */
    private long showAfter(Cohort cohort) {
        long values = cohort.distinct + cohort.pending.size();
        return Math.min(refreshInterval, 1 + LAG_PER_VALUE * values);
    }

    @Override
    public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
        Cohort cohort = cache.take(timer.getKey());
        cohort.timer = Cohort.NO_TIMER;
        long watermark = timers.currentWatermark();
        boolean ended = watermark == END_OF_INPUT;
        long now = ended ? CutOff.of(cutOff) : watermark;
        CohortDurations all = durations(cohort);
        String[] key = timer.getKey().split("\\|");
        output.collect(
                new StreamRecord<>(
                        new PeriodDocument(
                                Period.valueOf(key[0]),
                                key[1],
                                key[2],
                                all.figures(cohort.totals, now),
                                revision(cohort.changes, ended),
                                now),
                        timer.getTimestamp()));
        if (!ended && !all.running().isEmpty()) {
            showAt(watermark + refreshInterval, cohort);
        }
    }

    @Override
    public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
        throw new IllegalStateException("Cohorts know event time only.");
    }

    /** All durations of the current cohort, pending ones too. */
    private CohortDurations durations(Cohort cohort) throws Exception {
        List<CohortDurations> lists = new ArrayList<>();
        durations.get().forEach(lists::add);
        int kept = lists.isEmpty() ? 0 : lists.get(0).distinct();
        int added = lists.stream().skip(1).mapToInt(CohortDurations::distinct).sum();
        boolean toBeJoined = lists.size() > MOST_LISTS || added > kept;
        pending -= cohort.pending.size();
        CohortDurations waiting = cohort.pending.take();
        if (waiting.distinct() > 0) {
            lists.add(waiting);
        }
        CohortDurations all = CohortDurations.sum(lists);
        if (toBeJoined) {
            durations.update(List.of(all));
        } else if (waiting.distinct() > 0) {
            durations.add(waiting);
        }
        cohort.distinct = all.distinct();
        return all;
    }

    /**
     * Follows from the changes shown and not from the documents written: after a restart other
     * changes may be shown together, and fewer documents must not look older than those that were
     * written before it. The last document of a bounded run is newer than all with the same
     * changes.
     */
    private static long revision(long changes, boolean ended) {
        return 2 * changes + (ended ? 1 : 0);
    }
}
