package vn.takedown.model.cases;

import static vn.takedown.model.cases.Instants.orNull;

import vn.takedown.model.reference.ProviderType;

/**
 * What the alerts of a case depend on, as of one of its documents; nothing in it names the content.
 * Instants and durations are milliseconds, null means absent.
 *
 * @param providerType null when the registry does not know the provider
 * @param start {@code t0}
 * @param duration of the legal clock
 * @param stops closed pauses and holds, as pairs of start and end, in order; not copied
 * @param stoppedSince start of the pause or hold that is open
 * @param breachedAt first up after the deadline and before any removal
 * @param reinstatedAt the reinstatement that holds now
 * @param closedSince since when nothing but a reinstatement can still happen
 * @param restated whether the document makes up for an earlier one, because an event came late
 * @param at event time of the document
 */
public record CaseSituation(
        String caseId,
        String providerId,
        ProviderType providerType,
        String policyId,
        int policyVersion,
        long issuedAt,
        Long start,
        long duration,
        long[] stops,
        Long stoppedSince,
        Long dueAt,
        LifecycleState state,
        Verdict verdict,
        Long acknowledgedAt,
        Long withdrawnAt,
        Long firstDownAt,
        Long falseClaimAt,
        Long breachedAt,
        Long reinstatedAt,
        Long closedSince,
        boolean restated,
        long at) {

    public static CaseSituation of(CaseChange change, String providerId, ProviderType type) {
        CaseState facts = change.facts();
        CaseFigures figures = change.after();
        return new CaseSituation(
                facts.identity().caseId(),
                providerId,
                type,
                facts.terms().policyId(),
                facts.terms().version(),
                facts.identity().issuedAt(),
                figures.start(),
                facts.terms().duration(),
                facts.pauses.stops.clone(),
                orNull(facts.pauses.stoppedSince),
                figures.dueAt(),
                figures.state(),
                figures.verdict(),
                figures.acknowledgedAt(),
                figures.withdrawnAt(),
                figures.firstDownAt(),
                figures.falseClaimAt(),
                figures.breachedAt(),
                figures.reinstatedAt(),
                orNull(facts.closedSince()),
                change.restated(),
                change.at());
    }

    /**
     * The instant at which the legal clock shows a duration, by the stops known now (contract
     * section 3, {@code elapsed}).
     *
     * @param shown milliseconds
     * @return null when the clock has not started, or stands before it comes so far
     */
    public Long instantShowing(long shown) {
        if (start == null) {
            return null;
        }
        Pauses pauses = new Pauses();
        pauses.stops = stops;
        pauses.stoppedSince = stoppedSince == null ? Instants.NEVER : stoppedSince;
        long instant =
                shown <= duration
                        ? SlaClock.of(start, shown, pauses).dueAt()
                        : pastTheDeadline(SlaClock.of(start, duration, pauses), shown);
        return instant == SlaClock.OPEN_END ? null : instant;
    }

    /** What began after the deadline stops nothing (contract section 6, item 7). */
    private long pastTheDeadline(SlaClock clock, long shown) {
        return clock.stands() ? SlaClock.OPEN_END : clock.dueAt() + shown - duration;
    }

    /** Whether a removal was confirmed or the request withdrawn: nothing is left to be done. */
    public boolean over() {
        return withdrawnAt != null || state == LifecycleState.REMOVED;
    }
}
