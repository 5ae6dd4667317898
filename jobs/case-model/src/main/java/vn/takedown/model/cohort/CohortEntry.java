package vn.takedown.model.cohort;

import vn.takedown.model.cases.CaseFigures;
import vn.takedown.model.cases.ExclusionReason;
import vn.takedown.model.cases.Verdict;

/**
 * What one case adds to its cohorts.
 *
 * @param ackElapsed {@code tta_ms}, null when not acknowledged or the clock has not started
 * @param removalHigh {@code ttr_high_ms}, null when not removed
 * @param standing Kaplan–Meier: what the clock shows for good, milliseconds, or null
 * @param runningFrom Kaplan–Meier: the instant from which the clock runs, or null
 */
public record CohortEntry(
        Verdict verdict,
        ExclusionReason exclusionReason,
        boolean acknowledged,
        boolean claimed,
        boolean falseClaim,
        boolean reinstated,
        Long ackElapsed,
        Long removalHigh,
        Long standing,
        Long runningFrom) {

    public static CohortEntry of(CaseFigures figures) {
        boolean eligible = figures.verdict() != Verdict.EXCLUDED;
        // Contract section 6, item 20: removals and Kaplan–Meier run over the eligible only.
        return new CohortEntry(
                figures.verdict(),
                figures.exclusionReason(),
                figures.acknowledgedAt() != null,
                figures.claimedAt() != null,
                figures.falseClaim(),
                figures.reinstatements() > 0,
                figures.ackElapsed(),
                eligible ? figures.removalHigh() : null,
                eligible ? figures.standing() : null,
                eligible ? figures.runningFrom() : null);
    }
}
