package vn.takedown.model.alerting;

import vn.takedown.model.cases.CaseChange;
import vn.takedown.model.cases.CaseFigures;
import vn.takedown.model.cases.Cause;
import vn.takedown.model.cases.LifecycleState;
import vn.takedown.model.cases.Verdict;
import vn.takedown.model.reference.ProviderType;

/**
 * What a change of a case means for its provider. Instants are milliseconds since the epoch.
 *
 * @param providerType null when the registry does not know the provider
 * @param at event time of the change
 * @param judged whether the verdict became {@code BREACH}, or ceased to be it, or moved in time
 * @param breachedAt first up after the deadline; null unless the verdict is {@code BREACH}
 * @param opened 1 when the case was opened, -1 when it was closed, else 0
 * @param observed whether the change shows that something was observed
 */
public record ProviderSignal(
        String providerId,
        ProviderType providerType,
        String caseId,
        String policyId,
        long at,
        boolean judged,
        Long breachedAt,
        int opened,
        boolean observed) {

    /** Null when the change means nothing for the provider. */
    public static ProviderSignal of(CaseChange change, String providerId, ProviderType type) {
        Long before = breach(change.before());
        Long after = breach(change.after());
        boolean judged = before == null ? after != null : !before.equals(after);
        int opened = open(change.after()) - (change.before() == null ? 0 : open(change.before()));
        boolean observed =
                change.cause() == Cause.REFRESH
                        || (change.cause() == Cause.OBSERVATION && !change.restated());
        if (!judged && opened == 0 && !observed) {
            return null;
        }
        return new ProviderSignal(
                providerId,
                type,
                change.facts().identity().caseId(),
                change.facts().terms().policyId(),
                change.at(),
                judged,
                after,
                opened,
                observed);
    }

    private static Long breach(CaseFigures figures) {
        return figures == null || figures.verdict() != Verdict.BREACH ? null : figures.breachedAt();
    }

    /** Whether the content is still to be watched. */
    private static int open(CaseFigures figures) {
        boolean over =
                figures.verdict() == Verdict.EXCLUDED
                        || figures.state() == LifecycleState.REMOVED
                        || figures.state() == LifecycleState.WITHDRAWN;
        return over ? 0 : 1;
    }

    /** The same for all providers together, of which only whether anything is observed counts. */
    public ProviderSignal ofAll() {
        return new ProviderSignal(
                WatchedProvider.ALL, null, caseId, policyId, at, false, null, opened, observed);
    }
}
