package vn.takedown.model.cases;

import static vn.takedown.model.cases.Instants.NEVER;
import static vn.takedown.model.cases.Instants.orNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import vn.takedown.model.event.RequestIssued;
import vn.takedown.model.event.RequestUpdated;
import vn.takedown.model.reference.Policy;

/**
 * Why the deadline of a case is what it is: the events of its request are applied one by one as the
 * job does, and what each does to {@code due_at} is noted down. Instants are milliseconds since the
 * epoch.
 *
 * @param legalBasis the request's, else the policy's, else null (contract section 6, item 4)
 * @param start {@code t0}; null while the clock has not started
 * @param plannedDueAt {@code t0} plus the duration, without any stop; null without a {@code t0}
 * @param dueAt the deadline; null without a {@code t0} or while the clock stands still
 * @param steps every event but {@code ISSUED}, in the order in which they are applied
 */
public record DeadlineExplanation(
        RequestIssued issued,
        Policy policy,
        String legalBasis,
        Long start,
        Long plannedDueAt,
        Long dueAt,
        List<DeadlineStep> steps) {

    public DeadlineExplanation {
        steps = List.copyOf(steps);
    }

    /**
     * @param policy the policy of the request
     * @param updates in any order; what does not belong to the case is shown as ignored
     */
    public static DeadlineExplanation of(
            RequestIssued issued, Policy policy, Collection<RequestUpdated> updates) {
        CaseState facts =
                new CaseState(
                        CaseIdentity.of(issued, policy), PolicyTerms.of(policy), new Pauses());
        List<DeadlineStep> steps = new ArrayList<>();
        long lastKnown = facts.started() ? planned(facts) : NEVER;
        for (RequestUpdated update : updates.stream().sorted(EventOrder.COMPARATOR).toList()) {
            DeadlineStep step = step(facts, issued, update, lastKnown);
            steps.add(step);
            if (step.dueAt() != null) {
                lastKnown = step.dueAt();
            } else if (step.effect() == DeadlineEffect.CLOCK_STARTS) {
                // Started inside a stop: what is known is the deadline without it.
                lastKnown = planned(facts);
            }
        }
        return new DeadlineExplanation(
                issued,
                policy,
                facts.identity().legalBasis(),
                orNull(facts.start()),
                facts.started() ? planned(facts) : null,
                orNull(dueAt(facts)),
                steps);
    }

    /** Milliseconds by which stops have moved the deadline so far. */
    public long counted() {
        return steps.stream().mapToLong(DeadlineStep::counted).sum();
    }

    private static DeadlineStep step(
            CaseState facts, RequestIssued issued, RequestUpdated update, long lastKnown) {
        long before = dueAt(facts);
        DeadlineEffect ignored = ignored(issued, update);
        if (ignored != null) {
            return new DeadlineStep(update, ignored, orNull(before), null, 0);
        }
        boolean startedBefore = facts.started();
        long stoppedSince = facts.pauses.stoppedSince;
        CaseMachine.update(facts, update.update(), update.occurredAt(), new SightingHistory());
        long after = dueAt(facts);
        DeadlineEffect effect = effect(startedBefore, before, facts.started(), after);
        return effect == DeadlineEffect.CLOCK_RUNS_ON
                ? new DeadlineStep(
                        update,
                        effect,
                        after,
                        Math.max(facts.start(), stoppedSince),
                        after - lastKnown)
                : new DeadlineStep(update, effect, orNull(after), null, 0);
    }

    private static DeadlineEffect ignored(RequestIssued issued, RequestUpdated update) {
        boolean sameCase =
                update.caseId().equals(issued.caseId())
                        && update.providerId().equals(issued.providerId())
                        && update.targetKey().equals(issued.targetKey());
        if (!sameCase) {
            return DeadlineEffect.OTHER_CASE;
        }
        return update.occurredAt() < issued.occurredAt() ? DeadlineEffect.BEFORE_ISSUED : null;
    }

    private static DeadlineEffect effect(
            boolean startedBefore, long before, boolean startedAfter, long after) {
        if (!startedAfter) {
            return DeadlineEffect.CLOCK_WAITS;
        }
        if (!startedBefore) {
            return DeadlineEffect.CLOCK_STARTS;
        }
        if (after == NEVER) {
            return before == NEVER ? DeadlineEffect.CLOCK_STANDS : DeadlineEffect.CLOCK_STOPS;
        }
        return before == NEVER ? DeadlineEffect.CLOCK_RUNS_ON : DeadlineEffect.NO_CHANGE;
    }

    /** NEVER without a {@code t0} or while the clock stands still. */
    private static long dueAt(CaseState facts) {
        if (!facts.started() || facts.clock().stands()) {
            return NEVER;
        }
        return facts.clock().dueAt();
    }

    private static long planned(CaseState facts) {
        return SlaClock.of(facts.start(), facts.terms().duration(), new Pauses()).dueAt();
    }
}
