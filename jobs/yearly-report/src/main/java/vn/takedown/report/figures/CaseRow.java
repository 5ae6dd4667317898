package vn.takedown.report.figures;

import vn.takedown.model.cases.ExclusionReason;
import vn.takedown.model.cases.LifecycleState;
import vn.takedown.model.cases.Verdict;
import vn.takedown.model.cohort.CohortEntry;
import vn.takedown.model.cohort.Recidivism;

/**
 * What the report needs of a case document (contract section 4, by the names there). Instants and
 * durations are milliseconds; null means absent. The fields that only serve as groups are text.
 */
record CaseRow(
        String caseId,
        String requestId,
        String providerId,
        String providerName,
        String providerType,
        String jurisdiction,
        String action,
        String category,
        String urgency,
        String authorityId,
        String source,
        String legalBasis,
        String policyId,
        long policyVersion,
        long issuedAt,
        Long deliveredAt,
        Long start,
        Long dueAt,
        Long acknowledgedAt,
        Long claimedAt,
        Long withdrawnAt,
        Long lastUpAt,
        Long firstDownAt,
        Long confirmedDownAt,
        Long reappearedAt,
        LifecycleState state,
        Verdict verdict,
        ExclusionReason exclusionReason,
        Long ackElapsed,
        Long removalLow,
        Long removalHigh,
        boolean falseClaim,
        long reinstatements,
        Recidivism recidivism,
        boolean hasContentKey,
        boolean restated,
        Long updatedAt) {

    boolean eligible() {
        return verdict != Verdict.EXCLUDED;
    }

    boolean removed() {
        return eligible() && firstDownAt != null;
    }

    boolean blocking() {
        return action.equals("BLOCK");
    }

    /** Whether the content is up again, or was never confirmed down, among the eligible. */
    boolean stillUp() {
        return eligible()
                && withdrawnAt == null
                && (firstDownAt == null || state == LifecycleState.REINSTATED);
    }

    /** What the case adds to a cohort; how long it was followed is added apart. */
    CohortEntry entry() {
        return new CohortEntry(
                verdict,
                exclusionReason,
                acknowledgedAt != null,
                claimedAt != null,
                falseClaim,
                reinstatements > 0,
                ackElapsed,
                removed() ? removalHigh : null,
                null,
                null);
    }

    /** The latest instant that the document tells of. */
    long latest() {
        long latest = issuedAt;
        for (Long instant :
                new Long[] {
                    deliveredAt,
                    acknowledgedAt,
                    claimedAt,
                    withdrawnAt,
                    lastUpAt,
                    confirmedDownAt,
                    reappearedAt,
                    updatedAt
                }) {
            if (instant != null) {
                latest = Math.max(latest, instant);
            }
        }
        return latest;
    }
}
