package vn.takedown.model.cohort;

import java.time.Duration;
import vn.takedown.model.cases.ExclusionReason;
import vn.takedown.model.cases.Verdict;

/**
 * The figures of one cohort at {@code T} (contract section 4, provider-period fields, by their
 * names there). Durations are milliseconds; null means not reached or nothing to divide by.
 */
public record PeriodFigures(
        long issued,
        long eligible,
        long excluded,
        long excludedAlreadyDown,
        long excludedWithdrawn,
        long excludedUndeliverable,
        long excludedHeld,
        long excludedMoot,
        long onTime,
        long breach,
        long indeterminate,
        long pending,
        long unconfirmed,
        long unobserved,
        long overdue,
        long removed,
        long acknowledged,
        long claimed,
        long falseClaims,
        long reinstated,
        long recidivismStrict,
        long recidivismLoose,
        Double complianceLow,
        Double complianceHigh,
        Long ttaP50,
        Long ttaP90,
        Long ttrP50,
        Long ttrP90,
        Long ttrP95,
        Long ttrP99,
        Long kmMedian,
        Long kmP90,
        long within1h,
        long within3h,
        long within6h,
        long within24h,
        long within48h,
        long within7d,
        long within14d,
        long within28d) {

    /**
     * @param acknowledgements {@code tta_ms} of the whole cohort
     * @param removals {@code ttr_high_ms} of the eligible
     * @param censored how long the eligible cases without a removal have been followed at {@code T}
     */
    public static PeriodFigures of(
            PeriodCounts counts,
            CountedValues acknowledgements,
            CountedValues removals,
            CountedValues censored) {
        long issued = counts.issued();
        long excluded = counts.of(Verdict.EXCLUDED);
        long onTime = counts.of(Verdict.ON_TIME);
        long indeterminate = counts.of(Verdict.INDETERMINATE);
        long due =
                onTime
                        + counts.of(Verdict.BREACH)
                        + indeterminate
                        + counts.of(Verdict.OVERDUE)
                        + counts.of(Verdict.UNOBSERVED)
                        + counts.of(Verdict.UNCONFIRMED);
        return new PeriodFigures(
                issued,
                issued - excluded,
                excluded,
                counts.of(ExclusionReason.ALREADY_DOWN),
                counts.of(ExclusionReason.WITHDRAWN),
                counts.of(ExclusionReason.UNDELIVERABLE),
                counts.of(ExclusionReason.HELD),
                counts.of(ExclusionReason.MOOT),
                onTime,
                counts.of(Verdict.BREACH),
                indeterminate,
                counts.of(Verdict.PENDING),
                counts.of(Verdict.UNCONFIRMED),
                counts.of(Verdict.UNOBSERVED),
                counts.of(Verdict.OVERDUE),
                removals.size(),
                counts.acknowledged(),
                counts.claimed(),
                counts.falseClaims(),
                counts.reinstated(),
                counts.of(Recidivism.STRICT),
                counts.of(Recidivism.LOOSE),
                share(onTime, due),
                share(onTime + indeterminate, due),
                acknowledgements.quantile(50),
                acknowledgements.quantile(90),
                removals.quantile(50),
                removals.quantile(90),
                removals.quantile(95),
                removals.quantile(99),
                KaplanMeier.quantile(removals, censored, 0.5),
                KaplanMeier.quantile(removals, censored, 0.9),
                removals.atMost(Duration.ofHours(1).toMillis()),
                removals.atMost(Duration.ofHours(3).toMillis()),
                removals.atMost(Duration.ofHours(6).toMillis()),
                removals.atMost(Duration.ofHours(24).toMillis()),
                removals.atMost(Duration.ofHours(48).toMillis()),
                removals.atMost(Duration.ofDays(7).toMillis()),
                removals.atMost(Duration.ofDays(14).toMillis()),
                removals.atMost(Duration.ofDays(28).toMillis()));
    }

    /** Null, never 0, when there is nothing to divide by. */
    private static Double share(long part, long whole) {
        return whole == 0 ? null : (double) part / whole;
    }
}
