package vn.takedown.compliance.rollup;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.util.Collector;
import vn.takedown.compliance.document.PeriodDocument;
import vn.takedown.compliance.source.ReferenceUpdate;
import vn.takedown.compliance.tracking.CutOff;
import vn.takedown.model.cohort.CohortEntry;
import vn.takedown.model.cohort.CountedValues;
import vn.takedown.model.cohort.Period;
import vn.takedown.model.cohort.PeriodCounts;
import vn.takedown.model.cohort.PeriodFigures;

/**
 * Keeps the figures of each cohort. Durations are kept exactly, as value → count, so that taking a
 * case's old part away is exact too. A change is shown soon after (see {@link #showAfter}); what
 * time alone moves, the Kaplan–Meier figures of open cases, follows at the refresh interval.
 */
public final class RollUpCohorts
        extends KeyedBroadcastProcessFunction<
                String, CohortUpdate, ReferenceUpdate, PeriodDocument> {

    public static final String UID = "roll-up-cohorts";

    private static final long serialVersionUID = 1L;
    private static final long END_OF_INPUT = Watermark.MAX_WATERMARK.getTimestamp();

    /**
     * Event time by which a change may lag for each distinct value that must be read to show it.
     */
    private static final long LAG_PER_VALUE = 20;

    private final long refreshInterval;

    private transient ValueState<long[]> counts;
    private transient MapState<Long, Integer> acknowledgements;
    private transient MapState<Long, Integer> removals;
    private transient MapState<Long, Integer> standing;
    private transient MapState<Long, Integer> running;

    /** Number of changes applied, the timer that is set, and the distinct durations kept. */
    private transient ValueState<long[]> progress;

    /**
     * @param refreshInterval by how much of event time {@code km_*} may lag
     */
    public RollUpCohorts(Duration refreshInterval) {
        this.refreshInterval = refreshInterval.toMillis();
    }

    @Override
    public void open(OpenContext context) {
        counts = getRuntimeContext().getState(numbers("counts"));
        progress = getRuntimeContext().getState(numbers("progress"));
        acknowledgements = getRuntimeContext().getMapState(multiset("acknowledgements"));
        removals = getRuntimeContext().getMapState(multiset("removals"));
        standing = getRuntimeContext().getMapState(multiset("standing"));
        running = getRuntimeContext().getMapState(multiset("running"));
    }

    private static ValueStateDescriptor<long[]> numbers(String name) {
        return new ValueStateDescriptor<>(
                name, PrimitiveArrayTypeInfo.LONG_PRIMITIVE_ARRAY_TYPE_INFO);
    }

    private static MapStateDescriptor<Long, Integer> multiset(String name) {
        return new MapStateDescriptor<>(name, Types.LONG, Types.INT);
    }

    @Override
    public void processBroadcastElement(
            ReferenceUpdate update, Context context, Collector<PeriodDocument> output)
            throws Exception {
        if (update.kind() == ReferenceUpdate.Kind.HEARTBEAT) {
            CutOff.raise(context.getBroadcastState(CutOff.STATE), update.at());
        }
    }

    @Override
    public void processElement(
            CohortUpdate update, ReadOnlyContext context, Collector<PeriodDocument> output)
            throws Exception {
        Progress progress = Progress.of(this.progress.value());
        apply(update.change(), progress);
        progress.changes++;
        long now = Math.max(context.currentWatermark(), update.change().issuedAt());
        long show = now + showAfter(progress.values);
        if (show < progress.timer) {
            if (progress.timer != Progress.NO_TIMER) {
                context.timerService().deleteEventTimeTimer(progress.timer);
            }
            context.timerService().registerEventTimeTimer(show);
            progress.timer = show;
        }
        this.progress.update(progress.toArray());
    }

    /**
     * How long, in event time, a change may wait to be shown together with others: the more there
     * is to read, the longer, so that the cost of showing stays in proportion to time and not to
     * changes.
     */
    private long showAfter(long distinctValues) {
        return Math.min(refreshInterval, 1 + LAG_PER_VALUE * distinctValues);
    }

    private void apply(CohortChange change, Progress progress) throws Exception {
        long[] kept = counts.value();
        PeriodCounts totals = kept == null ? new PeriodCounts() : PeriodCounts.fromArray(kept);
        if (change.before() != null) {
            totals.take(change.before());
            durations(change.before(), -1, progress);
        }
        if (change.after() != null) {
            totals.add(change.after());
            durations(change.after(), 1, progress);
        }
        if (change.recidivismBefore() != null) {
            totals.take(change.recidivismBefore());
        }
        if (change.recidivism() != null) {
            totals.add(change.recidivism());
        }
        counts.update(totals.toArray());
    }

    private void durations(CohortEntry entry, int by, Progress progress) throws Exception {
        progress.values += count(acknowledgements, entry.ackElapsed(), by);
        progress.values += count(removals, entry.removalHigh(), by);
        progress.values += count(standing, entry.standing(), by);
        progress.values += count(running, entry.runningFrom(), by);
    }

    /** By how much the number of distinct values changed. */
    private static int count(MapState<Long, Integer> values, Long value, int by) throws Exception {
        if (value == null) {
            return 0;
        }
        Integer before = values.get(value);
        int after = (before == null ? 0 : before) + by;
        if (after < 0) {
            throw new IllegalStateException("A duration is taken away that was never added.");
        }
        if (after == 0) {
            values.remove(value);
            return -1;
        }
        values.put(value, after);
        return before == null ? 1 : 0;
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<PeriodDocument> output)
            throws Exception {
        Progress progress = Progress.of(this.progress.value());
        long watermark = context.currentWatermark();
        boolean ended = watermark == END_OF_INPUT;
        long now = ended ? CutOff.of(context.getBroadcastState(CutOff.STATE)) : watermark;
        progress.timer = Progress.NO_TIMER;
        String[] cohort = context.getCurrentKey().split("\\|");
        PeriodFigures figures =
                PeriodFigures.of(
                        PeriodCounts.fromArray(counts.value()),
                        CountedValues.of(sorted(acknowledgements)),
                        CountedValues.of(sorted(removals)),
                        CountedValues.of(censored(now)));
        output.collect(
                new PeriodDocument(
                        Period.valueOf(cohort[0]),
                        cohort[1],
                        cohort[2],
                        figures,
                        revision(progress.changes, ended),
                        now));
        if (!ended && !running.isEmpty()) {
            progress.timer = watermark + refreshInterval;
            context.timerService().registerEventTimeTimer(progress.timer);
        }
        this.progress.update(progress.toArray());
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

    private static TreeMap<Long, Integer> sorted(MapState<Long, Integer> values) throws Exception {
        TreeMap<Long, Integer> sorted = new TreeMap<>();
        for (Map.Entry<Long, Integer> entry : values.entries()) {
            sorted.put(entry.getKey(), entry.getValue());
        }
        return sorted;
    }

    /** How long each case without a removal has been followed at {@code now}. */
    private TreeMap<Long, Integer> censored(long now) throws Exception {
        TreeMap<Long, Integer> censored = sorted(standing);
        for (Map.Entry<Long, Integer> entry : running.entries()) {
            censored.merge(Math.max(0, now - entry.getKey()), entry.getValue(), Integer::sum);
        }
        return censored;
    }

    private static final class Progress {
        static final long NO_TIMER = Long.MAX_VALUE;

        private long changes;
        private long timer = NO_TIMER;
        private long values;

        static Progress of(long[] kept) {
            Progress progress = new Progress();
            if (kept != null) {
                progress.changes = kept[0];
                progress.timer = kept[1];
                progress.values = kept[2];
            }
            return progress;
        }

        long[] toArray() {
            return new long[] {changes, timer, values};
        }
    }
}
