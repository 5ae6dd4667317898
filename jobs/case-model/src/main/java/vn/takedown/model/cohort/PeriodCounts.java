package vn.takedown.model.cohort;

import java.util.Arrays;
import vn.takedown.model.cases.ExclusionReason;
import vn.takedown.model.cases.Verdict;

/** The plain counts of a cohort. Adding and taking away are exact opposites. */
public final class PeriodCounts {

    private final long[] verdicts = new long[Verdict.values().length];
    private final long[] exclusions = new long[ExclusionReason.values().length];
    private final long[] recidivism = new long[Recidivism.values().length];
    private long acknowledged;
    private long claimed;
    private long falseClaims;
    private long reinstated;

    public void add(CohortEntry entry) {
        count(entry, 1);
    }

    public void take(CohortEntry entry) {
        count(entry, -1);
    }

    public void add(Recidivism level) {
        recidivism[level.ordinal()]++;
    }

    public void take(Recidivism level) {
        recidivism[level.ordinal()]--;
    }

    private void count(CohortEntry entry, int by) {
        verdicts[entry.verdict().ordinal()] += by;
        if (entry.exclusionReason() != null) {
            exclusions[entry.exclusionReason().ordinal()] += by;
        }
        acknowledged += entry.acknowledged() ? by : 0;
        claimed += entry.claimed() ? by : 0;
        falseClaims += entry.falseClaim() ? by : 0;
        reinstated += entry.reinstated() ? by : 0;
    }

    long of(Verdict verdict) {
        return verdicts[verdict.ordinal()];
    }

    long of(ExclusionReason reason) {
        return exclusions[reason.ordinal()];
    }

    long of(Recidivism level) {
        return recidivism[level.ordinal()];
    }

    long acknowledged() {
        return acknowledged;
    }

    long claimed() {
        return claimed;
    }

    long falseClaims() {
        return falseClaims;
    }

    long reinstated() {
        return reinstated;
    }

    long issued() {
        return Arrays.stream(verdicts).sum();
    }

    /** All counts in a fixed order, for keeping them as bytes. */
    public long[] toArray() {
        long[] all = new long[LENGTH];
        int at = copy(verdicts, all, 0);
        at = copy(exclusions, all, at);
        at = copy(recidivism, all, at);
        all[at] = acknowledged;
        all[at + 1] = claimed;
        all[at + 2] = falseClaims;
        all[at + 3] = reinstated;
        return all;
    }

    private static int copy(long[] from, long[] to, int at) {
        System.arraycopy(from, 0, to, at, from.length);
        return at + from.length;
    }

    /** How many numbers {@link #toArray} gives. */
    public static final int LENGTH =
            Verdict.values().length
                    + ExclusionReason.values().length
                    + Recidivism.values().length
                    + 4;

    /** The opposite of {@link #toArray}. */
    public static PeriodCounts fromArray(long[] all) {
        if (all.length != LENGTH) {
            throw new IllegalArgumentException(
                    "Period counts are " + LENGTH + " numbers, not " + all.length + ".");
        }
        PeriodCounts counts = new PeriodCounts();
        int at = 0;
        System.arraycopy(all, at, counts.verdicts, 0, counts.verdicts.length);
        at += counts.verdicts.length;
        System.arraycopy(all, at, counts.exclusions, 0, counts.exclusions.length);
        at += counts.exclusions.length;
        System.arraycopy(all, at, counts.recidivism, 0, counts.recidivism.length);
        at += counts.recidivism.length;
        counts.acknowledged = all[at];
        counts.claimed = all[at + 1];
        counts.falseClaims = all[at + 2];
        counts.reinstated = all[at + 3];
        return counts;
    }
}
