package vn.takedown.stack.simulator;

import java.time.Duration;
import java.util.List;
import vn.takedown.model.event.AcknowledgementType;
import vn.takedown.model.event.Action;
import vn.takedown.model.event.RequestUpdate;

/** Plays the dice for what becomes of an item: delivery, answers, the provider's act, returns. */
final class LifePlanner {

    private static final long NEVER = Long.MAX_VALUE;

    private static final double HELD = 0.015;
    private static final double WITHDRAWN = 0.012;
    private static final double SECOND_AUTHORITY = 0.02;
    private static final double UNSETTLED = 0.05;

    /** Of blocking orders whose source vanishes first, the ones nobody carries out any more. */
    private static final double NOTHING_LEFT_TO_BLOCK = 0.7;

    private final ResponseTimes responseTimes;

    LifePlanner(List<SimulatedProvider> providers) {
        this.responseTimes = new ResponseTimes(providers);
    }

    Life plan(ItemPlan item) {
        return new Draft(item).life();
    }

    private final class Draft {

        private final ItemPlan item;
        private final Dice dice;
        private final Behaviour behaviour;
        private final CaseSteps steps;
        private final ContentTimeline timeline = new ContentTimeline();

        private boolean undisturbed = true;
        private Outcome outcome = Outcome.NOT_DONE;
        private long deliveredAt;
        private long timeToAct = NEVER;
        private long actedAt = NEVER;
        private long answeredAt = NEVER;
        private long withdrawnAt = NEVER;
        private long unsettledUntil = Long.MIN_VALUE;

        Draft(ItemPlan item) {
            this.item = item;
            this.dice = item.dice();
            this.behaviour = item.provider().behaviour();
            this.steps = new CaseSteps(item);
        }

        Life life() {
            steps.issued();
            deliver();
            if (deliveredAt != NEVER) {
                decide();
                hold();
                answer();
                pause();
                withdraw();
                claim();
                repeatBySecondAuthority();
            }
            unfold();
            return new Life(
                    item,
                    outcome,
                    timeToAct,
                    undisturbed,
                    timeline,
                    steps.until(withdrawnAt),
                    actedAt,
                    unsettledUntil,
                    withdrawnAt);
        }

        private void deliver() {
            if (!dice.chance(behaviour.undeliverable())) {
                deliveredAt =
                        item.issuedAt()
                                + dice.between(Duration.ofSeconds(2), Duration.ofMinutes(8));
                steps.request(deliveredAt, RequestUpdate.DELIVERED, null);
                return;
            }
            undisturbed = false;
            long bouncedAt =
                    item.issuedAt() + dice.between(Duration.ofMinutes(1), Duration.ofMinutes(30));
            steps.request(
                    bouncedAt,
                    RequestUpdate.UNDELIVERABLE,
                    dice.chance(0.6) ? "MAILBOX_FULL" : "ADDRESS_UNKNOWN");
            if (dice.chance(0.6)) {
                deliveredAt = bouncedAt + dice.between(Duration.ofHours(10), Duration.ofHours(72));
                steps.request(deliveredAt, RequestUpdate.DELIVERED, null);
            } else {
                deliveredAt = NEVER;
            }
        }

        private void decide() {
            if (item.goneBeforeIssue()) {
                outcome = Outcome.GONE_BEFORE_NOTICE;
                return;
            }
            if (dice.chance(behaviour.noAction())) {
                return;
            }
            outcome = dice.chance(behaviour.geoLimited()) ? Outcome.GEO_LIMITED : Outcome.DONE;
            timeToAct = responseTimes.draw(item.provider(), item.urgency(), dice);
            actedAt = deliveredAt + timeToAct;
            if (item.sourceGoneAt() < actedAt && dice.chance(NOTHING_LEFT_TO_BLOCK)) {
                doNothing();
            }
        }

        /** The police ask to wait; a provider that has acted already cannot wait. */
        private void hold() {
            if (!dice.chance(HELD)) {
                return;
            }
            long heldAt = deliveredAt + dice.between(Duration.ofMinutes(10), Duration.ofHours(3));
            steps.request(heldAt, RequestUpdate.HELD, "INVESTIGATION");
            boolean released = dice.chance(0.85);
            long length = dice.between(Duration.ofHours(12), Duration.ofHours(96));
            if (released) {
                steps.request(heldAt + length, RequestUpdate.RELEASED, null);
            }
            if (actedAt != NEVER && actedAt > heldAt) {
                if (released) {
                    actedAt += length;
                } else {
                    doNothing();
                    undisturbed = false;
                }
            }
        }

        private void answer() {
            if (dice.chance(behaviour.automaticAck())) {
                answeredAt =
                        deliveredAt + dice.between(Duration.ofSeconds(1), Duration.ofMinutes(3));
                steps.answer(answeredAt, AcknowledgementType.RECEIVED, null);
            }
            if (dice.chance(behaviour.silent())) {
                return;
            }
            double median = behaviour.ackMedianHours() * Duration.ofHours(1).toMillis();
            long byPerson =
                    Math.max(
                            deliveredAt + dice.lognormal(median, 0.9),
                            answeredAt == NEVER ? 0 : answeredAt + 1);
            if (item.goneBeforeIssue()) {
                steps.answer(byPerson, AcknowledgementType.REFUSED, "CONTENT_NOT_FOUND");
            } else if (actedAt == NEVER && dice.chance(behaviour.refusal())) {
                steps.answer(
                        byPerson,
                        AcknowledgementType.REFUSED,
                        dice.chance(0.5) ? "NOT_UNLAWFUL_AT_PROVIDER" : "TECHNICAL_IMPOSSIBILITY");
            } else if (byPerson < actedAt) {
                steps.answer(
                        byPerson,
                        answeredAt == NEVER && dice.chance(0.5)
                                ? AcknowledgementType.RECEIVED
                                : AcknowledgementType.ACCEPTED,
                        null);
            } else {
                return;
            }
            answeredAt = Math.min(answeredAt, byPerson);
        }

        /** Clarification stops the clock; the provider acts that much later. */
        private void pause() {
            if (answeredAt == NEVER || !dice.chance(behaviour.objection())) {
                return;
            }
            long objectedAt = answeredAt + dice.between(Duration.ofMinutes(5), Duration.ofHours(2));
            if (objectedAt >= actedAt) {
                return;
            }
            steps.answer(objectedAt, AcknowledgementType.OBJECTED, "CLARIFICATION_REQUESTED");
            long pausedAt = objectedAt + dice.between(Duration.ofMinutes(10), Duration.ofHours(4));
            if (pausedAt >= actedAt || !dice.chance(0.7)) {
                return;
            }
            steps.request(pausedAt, RequestUpdate.PAUSED, "CLARIFICATION_REQUESTED");
            long length = dice.between(Duration.ofHours(2), Duration.ofHours(40));
            steps.request(pausedAt + length, RequestUpdate.RESUMED, null);
            if (actedAt != NEVER) {
                actedAt += length;
            }
        }

        private void withdraw() {
            if (!dice.chance(WITHDRAWN)) {
                return;
            }
            undisturbed = false;
            withdrawnAt = deliveredAt + dice.between(Duration.ofHours(1), Duration.ofHours(72));
            steps.request(
                    withdrawnAt,
                    RequestUpdate.WITHDRAWN,
                    dice.chance(0.5) ? "ISSUED_IN_ERROR" : "SUPERSEDED");
            if (actedAt != NEVER && withdrawnAt < actedAt && dice.chance(0.7)) {
                doNothing();
            }
        }

        private void claim() {
            if (item.goneBeforeIssue()) {
                return;
            }
            if (actedAt == NEVER) {
                if (dice.chance(behaviour.falseClaim())) {
                    long claimedAt =
                            deliveredAt + dice.between(Duration.ofHours(2), Duration.ofHours(30));
                    steps.answer(claimedAt, AcknowledgementType.CLAIMED_DONE, null);
                }
                return;
            }
            if (!dice.chance(behaviour.claim())) {
                return;
            }
            long room = actedAt - deliveredAt;
            boolean tooSoon =
                    dice.chance(behaviour.falseClaim()) && room > Duration.ofHours(4).toMillis();
            long claimedAt =
                    tooSoon
                            ? deliveredAt + (long) (room * (0.1 + 0.5 * dice.uniform()))
                            : actedAt + dice.between(Duration.ofMinutes(1), Duration.ofMinutes(90));
            steps.answer(claimedAt, AcknowledgementType.CLAIMED_DONE, null);
        }

        private void repeatBySecondAuthority() {
            if (item.action() == Action.BLOCK || !dice.chance(SECOND_AUTHORITY)) {
                return;
            }
            String requestId = item.requestId() + "-" + item.itemId() + "-again";
            long at = item.issuedAt() + dice.between(Duration.ofHours(2), Duration.ofHours(96));
            steps.issued(at, requestId, "inspectorate");
            steps.request(
                    at + dice.between(Duration.ofSeconds(2), Duration.ofMinutes(8)),
                    RequestUpdate.DELIVERED,
                    requestId,
                    null);
        }

        private void unfold() {
            if (outcome == Outcome.GONE_BEFORE_NOTICE || item.goneBeforeIssue()) {
                timeline.change(item.sourceGoneAt(), Visibility.DOWN);
                return;
            }
            if (outcome == Outcome.NOT_DONE) {
                return;
            }
            if (outcome == Outcome.GEO_LIMITED) {
                timeline.change(actedAt, Visibility.GEO_LIMITED);
                return;
            }
            timeline.change(actedAt, Visibility.DOWN);
            if (dice.chance(UNSETTLED)) {
                unsettledUntil =
                        actedAt + dice.between(Duration.ofMinutes(30), Duration.ofHours(8));
            }
            if (dice.chance(behaviour.reinstatement())) {
                double afterRemoval = Duration.ofDays(3).toMillis();
                long backAt =
                        actedAt + Duration.ofHours(12).toMillis() + dice.lognormal(afterRemoval, 1);
                timeline.change(backAt, Visibility.UP);
                if (dice.chance(0.8)) {
                    double upAgain = Duration.ofHours(36).toMillis();
                    timeline.change(
                            backAt + Duration.ofHours(1).toMillis() + dice.lognormal(upAgain, 0.8),
                            Visibility.DOWN);
                }
            }
        }

        private void doNothing() {
            actedAt = NEVER;
            timeToAct = NEVER;
            outcome = Outcome.NOT_DONE;
        }
    }
}
