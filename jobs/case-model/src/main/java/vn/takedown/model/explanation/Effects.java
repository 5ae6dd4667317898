package vn.takedown.model.explanation;

import java.util.ArrayList;
import java.util.List;
import vn.takedown.model.cases.CaseFigures;
import vn.takedown.model.cases.CaseSnapshot;
import vn.takedown.model.cases.CaseSnapshot.OpenRun;
import vn.takedown.model.cases.PolicyTerms;
import vn.takedown.model.event.Observation;
import vn.takedown.model.event.RequestUpdate;
import vn.takedown.model.event.RequestUpdated;
import vn.takedown.model.event.TakedownEvent;

/** What lies between the facts before an event and those after it. */
final class Effects {

    private final CaseSnapshot before;
    private final CaseSnapshot after;
    private final TakedownEvent event;
    private final PolicyTerms terms;
    private final List<Effect> effects = new ArrayList<>();

    private Effects(
            CaseSnapshot before, CaseSnapshot after, TakedownEvent event, PolicyTerms terms) {
        this.before = before;
        this.after = after;
        this.event = event;
        this.terms = terms;
    }

    /**
     * @param before null when the event opened the case
     */
    static List<Effect> between(
            CaseSnapshot before, CaseSnapshot after, TakedownEvent event, PolicyTerms terms) {
        Effects found = new Effects(before, after, event, terms);
        if (event instanceof Observation) {
            found.look();
        } else {
            found.delivery();
            found.clock();
            found.answers();
        }
        return List.copyOf(found.effects);
    }

    private void delivery() {
        if (before == null) {
            return;
        }
        if (before.figures().deliveredAt() == null && after.figures().deliveredAt() != null) {
            effects.add(new Effect.Delivered());
        }
        if (before.undeliverableAt() == null && after.undeliverableAt() != null) {
            effects.add(new Effect.Undeliverable());
        }
        if (before.undeliverableAt() != null && after.undeliverableAt() == null) {
            effects.add(new Effect.UndeliverableLifted());
        }
        if (before.figures().withdrawnAt() == null && after.figures().withdrawnAt() != null) {
            effects.add(new Effect.Withdrawn());
        }
    }

    private void clock() {
        CaseFigures now = after.figures();
        boolean startedBefore = before != null && before.figures().start() != null;
        if (now.start() == null) {
            if (before == null) {
                effects.add(new Effect.ClockWaits());
            } else {
                stops();
            }
            return;
        }
        if (startedBefore) {
            stops();
            return;
        }
        effects.add(new Effect.ClockStarted(now.start(), now.dueAt()));
        if (now.lastUpAt() != null) {
            effects.add(new Effect.UpBeforeStart(now.lastUpAt()));
        }
        if (after.run() != null) {
            effects.add(new Effect.DownAtStart(after.run()));
        }
        if (now.falseClaim()) {
            effects.add(new Effect.FalseClaimProven(now.claimedAt()));
        }
        if (after.sourceGone()) {
            effects.add(new Effect.SourceGone(true));
        }
    }

    private void stops() {
        Long dueBefore = before.figures().dueAt();
        Long dueAfter = after.figures().dueAt();
        boolean stop = event instanceof RequestUpdated updated && isStop(updated.update());
        if (before.figures().start() != null && dueBefore != null && dueAfter == null) {
            effects.add(new Effect.ClockStopped());
        } else if (before.figures().start() != null
                && dueAfter != null
                && !dueAfter.equals(dueBefore)) {
            effects.add(new Effect.DeadlineMoved(dueBefore, dueAfter));
        } else if (stop && (before.paused() != after.paused() || before.held() != after.held())) {
            effects.add(new Effect.StopWithoutEffect(why()));
        }
    }

    private Effect.StopWithoutEffect.Why why() {
        if (before.figures().start() == null) {
            return Effect.StopWithoutEffect.Why.CLOCK_NOT_STARTED;
        }
        return after.figures().dueAt() == null
                ? Effect.StopWithoutEffect.Why.OTHER_STOP
                : Effect.StopWithoutEffect.Why.DEADLINE_PASSED;
    }

    private static boolean isStop(RequestUpdate update) {
        return switch (update) {
            case HELD, RELEASED, PAUSED, RESUMED -> true;
            case DELIVERED, UNDELIVERABLE, WITHDRAWN -> false;
        };
    }

    private void answers() {
        if (before == null) {
            return;
        }
        if (before.figures().acknowledgedAt() == null && after.figures().acknowledgedAt() != null) {
            effects.add(new Effect.Acknowledged(after.figures().ackElapsed()));
        }
        if (before.figures().claimedAt() == null && after.figures().claimedAt() != null) {
            effects.add(new Effect.Claimed(after.figures().claimedAt() + terms.claimTolerance()));
        }
    }

    private void look() {
        if (before == null) {
            return;
        }
        run();
        if (before.breachedAt() == null && after.breachedAt() != null) {
            effects.add(new Effect.BreachProven(after.figures().dueAt()));
        }
        if (!before.figures().falseClaim() && after.figures().falseClaim()) {
            effects.add(new Effect.FalseClaimProven(after.figures().claimedAt()));
        }
        if (after.figures().reinstatements() > before.figures().reinstatements()) {
            effects.add(new Effect.Reinstated(after.figures().reinstatements()));
        }
        if (before.figures().geoOnly() != after.figures().geoOnly()) {
            effects.add(new Effect.GeoOnly(after.figures().geoOnly()));
        }
        if (before.sourceGone() != after.sourceGone()) {
            effects.add(new Effect.SourceGone(after.sourceGone()));
        }
    }

    private void run() {
        OpenRun earlier = before.run();
        OpenRun now = after.run();
        if (now == null) {
            if (earlier != null && !earlier.confirmed()) {
                effects.add(new Effect.RunBroken(earlier));
            }
            return;
        }
        long span = event.occurredAt() - now.startedAt();
        boolean confirmedBefore = earlier != null && earlier.confirmed();
        if (now.confirmed() && !confirmedBefore) {
            int removal = now.removal() ? after.figures().removals() : 0;
            effects.add(new Effect.RunConfirmed(now, span, removal));
        } else if (!now.confirmed() && !now.equals(earlier)) {
            effects.add(new Effect.RunGrew(now, span));
        }
    }
}
