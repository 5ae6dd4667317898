package vn.takedown.compliance.rollup;

import java.util.Arrays;
import vn.takedown.model.cohort.CohortEntry;
import vn.takedown.model.cohort.DurationChanges;
import vn.takedown.model.cohort.PeriodCounts;

/** What an operator keeps at hand of one cohort: all but the durations, which may be many. */
final class Cohort {

    /** No timer is set. */
    static final long NO_TIMER = Long.MAX_VALUE;

    final PeriodCounts totals;

    /** Changes of durations that are not in the state yet; never written with the cohort. */
    final DurationChanges pending = new DurationChanges();

    /** Number of changes applied. */
    long changes;

    /** When the cohort is shown next. */
    long timer;

    /** Distinct durations when they were last read. */
    long distinct;

    private Cohort(PeriodCounts totals, long changes, long timer, long distinct) {
        this.totals = totals;
        this.changes = changes;
        this.timer = timer;
        this.distinct = distinct;
    }

    /**
     * @param kept what {@link #toArray} gave, null for a new cohort
     */
    static Cohort of(long[] kept) {
        if (kept == null) {
            return new Cohort(new PeriodCounts(), 0, NO_TIMER, 0);
        }
        long[] counts = Arrays.copyOf(kept, PeriodCounts.LENGTH);
        return new Cohort(
                PeriodCounts.fromArray(counts),
                kept[PeriodCounts.LENGTH],
                kept[PeriodCounts.LENGTH + 1],
                kept[PeriodCounts.LENGTH + 2]);
    }

    /** All but the pending changes. */
    long[] toArray() {
        long[] array = Arrays.copyOf(totals.toArray(), PeriodCounts.LENGTH + 3);
        array[PeriodCounts.LENGTH] = changes;
        array[PeriodCounts.LENGTH + 1] = timer;
        array[PeriodCounts.LENGTH + 2] = distinct;
        return array;
    }

    void apply(CohortChange change) {
        if (change.before() != null) {
            take(change.before());
        }
        if (change.after() != null) {
            add(change.after());
        }
        if (change.recidivismBefore() != null) {
            totals.take(change.recidivismBefore());
        }
        if (change.recidivism() != null) {
            totals.add(change.recidivism());
        }
        changes++;
    }

    private void add(CohortEntry entry) {
        totals.add(entry);
        pending.add(entry);
    }

    private void take(CohortEntry entry) {
        totals.take(entry);
        pending.take(entry);
    }
}
