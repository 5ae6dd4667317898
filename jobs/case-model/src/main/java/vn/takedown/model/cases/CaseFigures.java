package vn.takedown.model.cases;

import static vn.takedown.model.cases.Instants.known;
import static vn.takedown.model.cases.Instants.orNull;

/**
 * The figures of one case at one instant {@code T} (contract section 3). Instants are milliseconds
 * since the epoch, durations whole milliseconds; null means absent.
 *
 * @param ackElapsed {@code tta_ms}
 * @param removalLow {@code ttr_low_ms}
 * @param removalHigh {@code ttr_high_ms}
 * @param standing what the clock of a case without a removal shows, when time does not move it any
 *     more: it is stopped, or the case is withdrawn
 * @param runningFrom else the instant from which its clock runs: it shows {@code T − runningFrom}
 * @param breachedAt first up after the deadline and before any removal, whatever the verdict
 * @param reinstatedAt the reinstatement that holds now; null when none does
 */
public record CaseFigures(
        LifecycleState state,
        Verdict verdict,
        ExclusionReason exclusionReason,
        Long start,
        Long dueAt,
        Long deliveredAt,
        Long acknowledgedAt,
        Long claimedAt,
        Long withdrawnAt,
        Long lastUpAt,
        Long firstDownAt,
        Long confirmedDownAt,
        Long reappearedAt,
        Long ackElapsed,
        Long removalLow,
        Long removalHigh,
        boolean falseClaim,
        Long falseClaimAt,
        boolean geoOnly,
        int removals,
        int reinstatements,
        int observations,
        Long standing,
        Long runningFrom,
        Long breachedAt,
        Long reinstatedAt) {

    /**
     * @param now {@code T}: the watermark of a live job, the greatest event time of a bounded
     *     replay
     */
    public static CaseFigures of(CaseState facts, long now) {
        SlaClock clock = facts.started() ? facts.clock() : null;
        ExclusionReason exclusion = exclusion(facts);
        Verdict verdict = exclusion != null ? Verdict.EXCLUDED : verdict(facts, clock, now);
        return new CaseFigures(
                state(facts),
                verdict,
                exclusion,
                orNull(facts.start()),
                clock == null || clock.dueAt() == SlaClock.OPEN_END ? null : clock.dueAt(),
                orNull(facts.deliveredAt),
                orNull(facts.acknowledgedAt),
                orNull(facts.claimedAt),
                orNull(facts.withdrawnAt),
                orNull(facts.lastUpAt),
                orNull(facts.firstDownAt),
                orNull(facts.confirmedDownAt),
                orNull(facts.reappearedAt),
                elapsed(clock, facts.acknowledgedAt),
                removalLow(clock, facts),
                elapsed(clock, facts.firstDownAt),
                known(facts.falseClaimAt),
                orNull(facts.falseClaimAt),
                facts.geoOnly,
                facts.removals,
                facts.reinstatements,
                facts.observations,
                standing(clock, facts),
                runningFrom(clock, facts),
                orNull(facts.breachedAt),
                orNull(facts.reinstatedAt));
    }

    private static Long standing(SlaClock clock, CaseState facts) {
        if (clock == null || known(facts.firstDownAt)) {
            return null;
        }
        if (known(facts.withdrawnAt)) {
            return clock.elapsedUntil(facts.withdrawnAt);
        }
        return clock.stands() ? clock.standingAt() : null;
    }

    private static Long runningFrom(SlaClock clock, CaseState facts) {
        boolean runs =
                clock != null
                        && !known(facts.firstDownAt)
                        && !known(facts.withdrawnAt)
                        && !clock.stands();
        return runs ? clock.runningFrom() : null;
    }

    private static Long elapsed(SlaClock clock, long to) {
        return clock == null || !known(to) ? null : clock.elapsedUntil(to);
    }

    private static Long removalLow(SlaClock clock, CaseState facts) {
        if (clock == null) {
            return null;
        }
        return known(facts.lastUpAt) ? clock.elapsedUntil(facts.lastUpAt) : 0L;
    }

    /** Verdict 1: the first reason in the listed order (contract section 6, item 14). */
    static ExclusionReason exclusion(CaseState facts) {
        if (facts.alreadyDown) {
            return ExclusionReason.ALREADY_DOWN;
        }
        if (known(facts.undeliverableAt)) {
            return ExclusionReason.UNDELIVERABLE;
        }
        if (known(facts.withdrawnAt) && !facts.upAfterDeadline) {
            return ExclusionReason.WITHDRAWN;
        }
        if (known(facts.pauses.heldSince)) {
            return ExclusionReason.HELD;
        }
        if (facts.moot && !known(facts.firstDownAt) && !facts.upAfterDeadline) {
            return ExclusionReason.MOOT;
        }
        return null;
    }

    /** Verdicts 2 to 8: the first line that holds. */
    private static Verdict verdict(CaseState facts, SlaClock clock, long now) {
        if (clock == null) {
            return Verdict.PENDING;
        }
        long dueAt = clock.dueAt();
        if (known(facts.firstDownAt) && facts.firstDownAt <= dueAt) {
            return Verdict.ON_TIME;
        }
        if (known(facts.breachedAt)) {
            return Verdict.BREACH;
        }
        if (known(facts.firstDownAt)) {
            return Verdict.INDETERMINATE;
        }
        if (now <= dueAt) {
            return Verdict.PENDING;
        }
        if (facts.run != null && !facts.run.confirmed && facts.run.startedAt <= dueAt) {
            return Verdict.UNCONFIRMED;
        }
        return facts.observations == 0 ? Verdict.UNOBSERVED : Verdict.OVERDUE;
    }

    private static LifecycleState state(CaseState facts) {
        LatestState latest = new LatestState();
        latest.offer(LifecycleState.REMOVED, facts.removedAt);
        latest.offer(LifecycleState.REINSTATED, facts.reinstatedAt);
        // Offered in this order because at equal times UNDELIVERABLE yields to WITHDRAWN.
        latest.offer(LifecycleState.UNDELIVERABLE, facts.undeliverableAt);
        latest.offer(LifecycleState.WITHDRAWN, facts.withdrawnAt);
        if (latest.state != null) {
            return latest.state;
        }
        latest.offer(LifecycleState.ISSUED, facts.identity.issuedAt());
        latest.offer(LifecycleState.DELIVERED, facts.deliveredAt);
        latest.offer(LifecycleState.HELD, facts.pauses.heldSince);
        latest.offer(LifecycleState.PAUSED, facts.pauses.pausedSince);
        latest.offer(LifecycleState.ACKNOWLEDGED, facts.acknowledgedAt);
        latest.offer(LifecycleState.CLAIMED, facts.claimedAt);
        if (facts.run != null && !facts.run.confirmed) {
            latest.offer(LifecycleState.DOWN_UNCONFIRMED, facts.run.startedAt);
        }
        return latest.state;
    }

    /**
     * The latest state by time; offered in the contract's order, so at equal times the later wins.
     */
    private static final class LatestState {
        private LifecycleState state;
        private long since;

        void offer(LifecycleState candidate, long at) {
            if (known(at) && (state == null || at >= since)) {
                state = candidate;
                since = at;
            }
        }
    }

    /** The same figures but for the verdict, as they stood in the newest document. */
    CaseFigures withVerdict(Verdict earlier) {
        return with(earlier, lastUpAt, removalLow, observations);
    }

    /**
     * Whether these differ from the others only in what every observation moves, so that the
     * document may lag (contract section 4, freshness).
     */
    boolean equalsButForObservations(CaseFigures others) {
        return equals(others.with(others.verdict, lastUpAt, removalLow, observations));
    }

    private CaseFigures with(
            Verdict otherVerdict, Long otherLastUpAt, Long otherRemovalLow, int otherObservations) {
        return new CaseFigures(
                state,
                otherVerdict,
                exclusionReason,
                start,
                dueAt,
                deliveredAt,
                acknowledgedAt,
                claimedAt,
                withdrawnAt,
                otherLastUpAt,
                firstDownAt,
                confirmedDownAt,
                reappearedAt,
                ackElapsed,
                otherRemovalLow,
                removalHigh,
                falseClaim,
                falseClaimAt,
                geoOnly,
                removals,
                reinstatements,
                otherObservations,
                standing,
                runningFrom,
                breachedAt,
                reinstatedAt);
    }
}
