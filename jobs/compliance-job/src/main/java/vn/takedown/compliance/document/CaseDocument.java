package vn.takedown.compliance.document;

import vn.takedown.model.cases.CaseChange;
import vn.takedown.model.cases.CaseFigures;
import vn.takedown.model.cases.CaseIdentity;
import vn.takedown.model.cases.ExclusionReason;
import vn.takedown.model.cases.LifecycleState;
import vn.takedown.model.cases.Verdict;
import vn.takedown.model.cohort.ContentHistory;
import vn.takedown.model.cohort.Recidivism;
import vn.takedown.model.event.Action;
import vn.takedown.model.event.Category;
import vn.takedown.model.event.RequestSource;
import vn.takedown.model.event.Urgency;
import vn.takedown.model.reference.Jurisdiction;
import vn.takedown.model.reference.Provider;
import vn.takedown.model.reference.ProviderType;

/**
 * The newest state of a case (contract section 4, case document, by the names there). Instants and
 * durations are milliseconds; null means absent.
 *
 * @param recidivism null until it has been judged
 * @param rejudged how often late events have changed how it was judged
 */
public record CaseDocument(
        String requestId,
        String itemId,
        String providerId,
        String providerName,
        ProviderType providerType,
        Jurisdiction jurisdiction,
        Action action,
        Category category,
        Urgency urgency,
        String authorityId,
        RequestSource source,
        String legalBasis,
        String targetKey,
        String contentKey,
        String accountKey,
        String policyId,
        int policyVersion,
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
        Long falseClaimAt,
        boolean geoOnly,
        int removals,
        int reinstatements,
        int observations,
        Recidivism recidivism,
        int priorCases,
        boolean restated,
        long sequence,
        long updatedAt,
        int rejudged) {

    /**
     * @param provider null when the registry does not know it
     */
    public static CaseDocument of(
            CaseChange change, String providerId, String targetKey, Provider provider) {
        CaseIdentity identity = change.facts().identity();
        CaseFigures figures = change.after();
        return new CaseDocument(
                identity.requestId(),
                identity.itemId(),
                providerId,
                provider == null ? null : provider.name(),
                provider == null ? null : provider.type(),
                provider == null ? null : provider.jurisdiction(),
                identity.action(),
                identity.category(),
                identity.urgency(),
                identity.authorityId(),
                identity.source(),
                identity.legalBasis(),
                targetKey,
                identity.contentKey(),
                identity.accountKey(),
                change.facts().terms().policyId(),
                change.facts().terms().version(),
                identity.issuedAt(),
                figures.deliveredAt(),
                figures.start(),
                figures.dueAt(),
                figures.acknowledgedAt(),
                figures.claimedAt(),
                figures.withdrawnAt(),
                figures.lastUpAt(),
                figures.firstDownAt(),
                figures.confirmedDownAt(),
                figures.reappearedAt(),
                figures.state(),
                figures.verdict(),
                figures.exclusionReason(),
                figures.ackElapsed(),
                figures.removalLow(),
                figures.removalHigh(),
                figures.falseClaim(),
                figures.falseClaimAt(),
                figures.geoOnly(),
                figures.removals(),
                figures.reinstatements(),
                figures.observations(),
                identity.contentKey() == null ? Recidivism.NONE : null,
                0,
                change.facts().restated(),
                change.sequence(),
                change.at(),
                0);
    }

    /** {@code request_id + "/" + item_id}. */
    public String caseId() {
        return requestId + "/" + itemId;
    }

    /** The same document with its recidivism judged. */
    public CaseDocument with(ContentHistory.Answer answer, int times) {
        return copy(
                lastUpAt,
                removalLow,
                observations,
                answer.recidivism(),
                answer.priorCases(),
                restated,
                sequence,
                updatedAt,
                times);
    }

    /** The same document after further observations that changed nothing else. */
    public CaseDocument refreshed(
            Long newLastUpAt,
            Long newRemovalLow,
            int newObservations,
            boolean newRestated,
            long newSequence,
            long newUpdatedAt) {
        return copy(
                newLastUpAt,
                newRemovalLow,
                newObservations,
                recidivism,
                priorCases,
                newRestated,
                newSequence,
                newUpdatedAt,
                rejudged);
    }

    private CaseDocument copy(
            Long newLastUpAt,
            Long newRemovalLow,
            int newObservations,
            Recidivism newRecidivism,
            int newPriorCases,
            boolean newRestated,
            long newSequence,
            long newUpdatedAt,
            int newRejudged) {
        return new CaseDocument(
                requestId,
                itemId,
                providerId,
                providerName,
                providerType,
                jurisdiction,
                action,
                category,
                urgency,
                authorityId,
                source,
                legalBasis,
                targetKey,
                contentKey,
                accountKey,
                policyId,
                policyVersion,
                issuedAt,
                deliveredAt,
                start,
                dueAt,
                acknowledgedAt,
                claimedAt,
                withdrawnAt,
                newLastUpAt,
                firstDownAt,
                confirmedDownAt,
                reappearedAt,
                state,
                verdict,
                exclusionReason,
                ackElapsed,
                newRemovalLow,
                removalHigh,
                falseClaim,
                falseClaimAt,
                geoOnly,
                removals,
                reinstatements,
                newObservations,
                newRecidivism,
                newPriorCases,
                newRestated,
                newSequence,
                newUpdatedAt,
                newRejudged);
    }
}
