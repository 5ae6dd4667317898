package vn.takedown.model.cohort;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * The durations of a cohort, kept exactly, or changes of them.
 *
 * @param acknowledgements {@code tta_ms} of the whole cohort
 * @param removals {@code ttr_high_ms} of the eligible
 * @param standing Kaplan–Meier: what the clocks of the others show for good
 * @param running Kaplan–Meier: the instants from which the clocks run that still do
 */
public record CohortDurations(
        ValueCounts acknowledgements,
        ValueCounts removals,
        ValueCounts standing,
        ValueCounts running) {

    public static final CohortDurations NONE =
            new CohortDurations(
                    ValueCounts.EMPTY, ValueCounts.EMPTY, ValueCounts.EMPTY, ValueCounts.EMPTY);

    public CohortDurations plus(CohortDurations other) {
        return new CohortDurations(
                acknowledgements.plus(other.acknowledgements),
                removals.plus(other.removals),
                standing.plus(other.standing),
                running.plus(other.running));
    }

    /** All together, neighbours first, so that a long list costs little more than a short one. */
    public static CohortDurations sum(List<CohortDurations> changes) {
        if (changes.isEmpty()) {
            return NONE;
        }
        if (changes.size() == 1) {
            return changes.get(0);
        }
        int middle = changes.size() / 2;
        return sum(changes.subList(0, middle)).plus(sum(changes.subList(middle, changes.size())));
    }

    /** How many distinct values there are. */
    public int distinct() {
        return acknowledgements.distinct()
                + removals.distinct()
                + standing.distinct()
                + running.distinct();
    }

    /**
     * The figures of the cohort.
     *
     * @param now {@code T}, milliseconds since the epoch
     */
    public PeriodFigures figures(PeriodCounts counts, long now) {
        return PeriodFigures.of(
                counts,
                acknowledgements.toValues(),
                removals.toValues(),
                standing.plus(running.agesAt(now)).toValues());
    }

    public void write(DataOutput output) throws IOException {
        acknowledgements.write(output);
        removals.write(output);
        standing.write(output);
        running.write(output);
    }

    public static CohortDurations read(DataInput input) throws IOException {
        return new CohortDurations(
                ValueCounts.read(input),
                ValueCounts.read(input),
                ValueCounts.read(input),
                ValueCounts.read(input));
    }
}
