package vn.takedown.report.figures;

import java.util.BitSet;
import vn.takedown.model.cohort.CountedValues;
import vn.takedown.model.cohort.PeriodCounts;
import vn.takedown.model.cohort.PeriodFigures;

/** The cases of one group of the year, while they are being read. */
final class Cohort {

    private static final long WEEK = 7L * 24 * 60 * 60 * 1000;
    private static final long REINSTATEMENT_WINDOW = 30L * 24 * 60 * 60 * 1000;

    private final PeriodCounts counts = new PeriodCounts();
    private final BitSet orders = new BitSet();
    private LongList acknowledgements = new LongList();
    private LongList removals = new LongList();
    private LongList gaps = new LongList();
    private LongList censored = new LongList();
    private long delivered;
    private long eligibleClaimed;
    private long stillUp;
    private long overdueWeek;
    private long withContentKey;
    private long restated;
    private long confirmedDown30;
    private long reinstated30;

    void add(CaseRow row, int order, long now) {
        counts.add(row.entry());
        counts.add(row.recidivism());
        orders.set(order);
        if (row.ackElapsed() != null) {
            acknowledgements.add(row.ackElapsed());
        }
        if (row.removed()) {
            if (row.removalHigh() != null) {
                removals.add(row.removalHigh());
            }
            if (row.lastUpAt() != null) {
                gaps.add(Math.max(0, row.firstDownAt() - row.lastUpAt()));
            }
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
        CountedValues gap = gaps.counted();
        gaps = null;
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
                gap.quantile(50),
                removed.size() == 0 ? null : Math.round(removalSum / removed.size()));
    }
}
