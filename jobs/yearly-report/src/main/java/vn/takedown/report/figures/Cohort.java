package vn.takedown.report.figures;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import vn.takedown.model.cohort.CountedValues;
import vn.takedown.model.cohort.PeriodCounts;
import vn.takedown.model.cohort.PeriodFigures;

/** The cases of one group of the year, while they are being read. */
final class Cohort {

    private static final long WEEK = 7L * 24 * 60 * 60 * 1000;
    private static final long REINSTATEMENT_WINDOW = 30L * 24 * 60 * 60 * 1000;

    private final PeriodCounts counts;
    private final BitSet orders = new BitSet();
    private LongList acknowledgements = new LongList();
    private LongList removals = new LongList();
    private LongList censored = new LongList();
    private long delivered;
    private long eligibleClaimed;
    private long stillUp;
    private long overdueWeek;
    private long withContentKey;
    private long restated;
    private long confirmedDown30;
    private long reinstated30;

    Cohort() {
        this(new PeriodCounts());
    }

    private Cohort(PeriodCounts counts) {
        this.counts = counts;
    }

    /** The cases of several groups that have none in common. */
    static Cohort union(List<Cohort> parts) {
        long[] sums = new long[PeriodCounts.LENGTH];
        for (Cohort part : parts) {
            long[] counts = part.counts.toArray();
            Arrays.setAll(sums, i -> sums[i] + counts[i]);
        }
        Cohort union = new Cohort(PeriodCounts.fromArray(sums));
        parts.forEach(union::take);
        return union;
    }

    private void take(Cohort part) {
        orders.or(part.orders);
        acknowledgements.addAll(part.acknowledgements);
        removals.addAll(part.removals);
        censored.addAll(part.censored);
        delivered += part.delivered;
        eligibleClaimed += part.eligibleClaimed;
        stillUp += part.stillUp;
        overdueWeek += part.overdueWeek;
        withContentKey += part.withContentKey;
        restated += part.restated;
        confirmedDown30 += part.confirmedDown30;
        reinstated30 += part.reinstated30;
    }

    void add(CaseRow row, int order, long now) {
        counts.add(row.entry());
        counts.add(row.recidivism());
        orders.set(order);
        if (row.ackElapsed() != null) {
            acknowledgements.add(row.ackElapsed());
        }
        if (row.removed() && row.removalHigh() != null) {
            removals.add(row.removalHigh());
        }
        delivered += row.deliveredAt() != null ? 1 : 0;
        eligibleClaimed += row.eligible() && row.claimedAt() != null ? 1 : 0;
        stillUp += row.stillUp() ? 1 : 0;
        overdueWeek += row.stillUp() && row.dueAt() != null && now - row.dueAt() > WEEK ? 1 : 0;
        withContentKey += row.hasContentKey() ? 1 : 0;
        restated += row.restated() ? 1 : 0;
        if (row.eligible()
                && row.confirmedDownAt() != null
                && now - row.confirmedDownAt() >= REINSTATEMENT_WINDOW) {
            confirmedDown30++;
            if (row.reappearedAt() != null
                    && row.reappearedAt() - row.confirmedDownAt() <= REINSTATEMENT_WINDOW) {
                reinstated30++;
            }
        }
    }

    /** One more eligible case that was followed so long, in milliseconds, without a removal. */
    void censor(long followed) {
        censored.add(followed);
    }

    /** The figures; the cohort cannot be used after that. */
    CohortFigures finish() {
        CountedValues acknowledged = acknowledgements.counted();
        acknowledgements = null;
        double removalSum = removals.sum();
        CountedValues removed = removals.counted();
        removals = null;
        CountedValues followed = censored.counted();
        censored = null;
        return new CohortFigures(
                PeriodFigures.of(counts, acknowledged, removed, followed),
                new SurvivalBand(removed, followed),
                orders.cardinality(),
                delivered,
                eligibleClaimed,
                stillUp,
                overdueWeek,
                withContentKey,
                restated,
                confirmedDown30,
                reinstated30,
                removed.size() == 0 ? null : Math.round(removalSum / removed.size()));
    }
}
