package vn.takedown.model.cases;

import static vn.takedown.model.cases.Instants.NEVER;
import static vn.takedown.model.cases.Instants.known;

import vn.takedown.model.event.AcknowledgementType;
import vn.takedown.model.event.RequestUpdate;

/**
 * How one event changes the facts of one case. Events come in order of {@code (occurred_at,
 * event_id)}; nothing here reads a clock or decides a verdict.
 */
final class CaseMachine {

    private CaseMachine() {}

    static void update(CaseState facts, RequestUpdate update, long at, SightingHistory history) {
        switch (update) {
            case DELIVERED -> {
                // Contract section 6, item 14: a later delivery lifts UNDELIVERABLE.
                facts.undeliverableAt = NEVER;
                if (!known(facts.deliveredAt)) {
                    boolean startedBefore = facts.started();
                    facts.deliveredAt = at;
                    if (!startedBefore && facts.started()) {
                        startClock(facts, history);
                    }
                }
            }
            case UNDELIVERABLE -> {
                if (!known(facts.undeliverableAt)) {
                    facts.undeliverableAt = at;
                }
            }
            case HELD -> facts.pauses.hold(at);
            case RELEASED -> facts.pauses.release(at);
            case PAUSED -> facts.pauses.pause(at);
            case RESUMED -> facts.pauses.resume(at);
            case WITHDRAWN -> {
                if (!known(facts.withdrawnAt)) {
                    facts.withdrawnAt = at;
                }
            }
        }
    }

    static void acknowledge(CaseState facts, AcknowledgementType answer, long at) {
        if (!known(facts.acknowledgedAt)) {
            facts.acknowledgedAt = at;
        }
        if (answer == AcknowledgementType.CLAIMED_DONE && !known(facts.claimedAt)) {
            facts.claimedAt = at;
        }
    }

    /** The clock starts: what was seen in the seven days before counts from now on. */
    static void startClock(CaseState facts, SightingHistory history) {
        long start = facts.start();
        boolean marked = false;
        for (Sighting sighting : history.sightings()) {
            if (!marked && sighting.at() >= start) {
                markRunOpenAtStart(facts);
                marked = true;
            }
            if (counts(facts, sighting)) {
                observe(facts, sighting);
            }
        }
        if (!marked) {
            markRunOpenAtStart(facts);
        }
    }

    private static void markRunOpenAtStart(CaseState facts) {
        if (facts.run != null) {
            facts.run.openAtStart = true;
            facts.alreadyDown = facts.run.confirmed;
        }
    }

    /**
     * Contract section 2: from seven days before {@code t0}, and none after {@code withdrawn_at}.
     */
    static boolean counts(CaseState facts, Sighting sighting) {
        return facts.started()
                && sighting.at() >= facts.start() - SightingHistory.REACH
                && (!known(facts.withdrawnAt) || sighting.at() <= facts.withdrawnAt)
                && sighting.meaning(facts.identity().action()) != ObservationMeaning.NEITHER;
    }

    /**
     * Whether the sighting may change more than what every observation moves. Most do not, and cost
     * next to nothing.
     */
    static boolean mayMatter(CaseState facts, Sighting sighting) {
        ObservationMeaning meaning = sighting.meaning(facts.identity().action());
        if (meaning == ObservationMeaning.MOOT) {
            return !facts.moot;
        }
        if (facts.moot || (facts.observations == 0 && sighting.at() >= facts.start())) {
            return true;
        }
        if (meaning == ObservationMeaning.DOWN) {
            return facts.geoOnly || facts.run == null || !facts.run.confirmed;
        }
        return facts.run != null
                || facts.geoOnly != (meaning == ObservationMeaning.UP_GEO_BLOCKED)
                || (!known(facts.falseClaimAt) && provesFalseClaim(facts, sighting.at()))
                || (!facts.upAfterDeadline && sighting.at() > facts.clock().dueAt());
    }

    /** A sighting that {@link #counts}. */
    static void observe(CaseState facts, Sighting sighting) {
        ObservationMeaning meaning = sighting.meaning(facts.identity().action());
        facts.moot = meaning == ObservationMeaning.MOOT;
        if (meaning == ObservationMeaning.MOOT) {
            return;
        }
        if (sighting.at() >= facts.start()) {
            facts.observations++;
        }
        facts.geoOnly = meaning == ObservationMeaning.UP_GEO_BLOCKED;
        if (meaning.isUp()) {
            seenUp(facts, sighting.at());
        } else {
            seenDown(facts, sighting);
        }
    }

    private static void seenUp(CaseState facts, long at) {
        boolean neverRemoved = !known(facts.firstDownAt);
        if (neverRemoved) {
            facts.lastUpAt = at;
        }
        if (at > facts.clock().dueAt()) {
            facts.upAfterDeadline = true;
            if (neverRemoved && !known(facts.breachedAt)) {
                facts.breachedAt = at;
            }
        }
        if (!known(facts.falseClaimAt) && provesFalseClaim(facts, at)) {
            facts.falseClaimAt = at;
        }
        if (facts.run != null && facts.run.removal) {
            facts.reinstatements++;
            facts.reinstatedAt = at;
            facts.removedAt = NEVER;
            if (!known(facts.reappearedAt)) {
                facts.reappearedAt = at;
            }
        }
        facts.run = null;
    }

    private static boolean provesFalseClaim(CaseState facts, long at) {
        return known(facts.claimedAt)
                && !known(facts.firstDownAt)
                && at > facts.claimedAt + facts.terms().claimTolerance();
    }

    private static void seenDown(CaseState facts, Sighting sighting) {
        if (facts.run == null) {
            facts.run = new DownRun(sighting.at());
        }
        DownRun run = facts.run;
        if (!run.add(sighting, facts.terms().confirmation())) {
            return;
        }
        facts.alreadyDown |= run.openAtStart;
        // Contract section 6, item 11: confirmed before t0, it is no removal.
        if (sighting.at() >= facts.start()) {
            run.removal = true;
            facts.removals++;
            facts.removedAt = sighting.at();
            facts.reinstatedAt = NEVER;
            if (!known(facts.firstDownAt)) {
                facts.firstDownAt = run.startedAt;
                facts.confirmedDownAt = sighting.at();
            }
        }
    }
}
