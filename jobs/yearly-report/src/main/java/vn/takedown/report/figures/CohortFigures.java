package vn.takedown.report.figures;

import vn.takedown.model.cohort.PeriodFigures;

/**
 * The figures of one group of the year at the data cut-off. Durations are milliseconds.
 *
 * @param period the contract's figures
 * @param survival the Kaplan–Meier estimate over the eligible; it keeps the durations, so let go of
 *     it when its figures have been taken
 * @param orders distinct requests among the cases
 * @param delivered cases with a delivery
 * @param eligibleClaimed eligible cases that the provider said it had dealt with
 * @param stillUp eligible, not withdrawn, and never confirmed down or up again
 * @param overdueWeek of these, more than seven days past the deadline
 * @param withContentKey cases whose request names a content
 * @param restated cases to which a late event has been applied
 * @param confirmedDown30 eligible cases confirmed down at least 30 days before the cut-off
 * @param reinstated30 of these, seen up again within 30 days
 * @param removalMean mean of {@code ttr_high_ms}, null when nothing was removed
 */
public record CohortFigures(
        PeriodFigures period,
        SurvivalBand survival,
        long orders,
        long delivered,
        long eligibleClaimed,
        long stillUp,
        long overdueWeek,
        long withContentKey,
        long restated,
        long confirmedDown30,
        long reinstated30,
        Long removalMean) {

    /** Cases whose deadline has passed (contract section 4). */
    public long due() {
        return period.onTime()
                + period.breach()
                + period.indeterminate()
                + period.overdue()
                + period.unobserved()
                + period.unconfirmed();
    }
}
