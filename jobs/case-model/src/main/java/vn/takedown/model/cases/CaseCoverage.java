package vn.takedown.model.cases;

import static vn.takedown.model.cases.Instants.known;

import vn.takedown.model.coverage.CoverageCounter;
import vn.takedown.model.coverage.HourTally;

/**
 * Counts, as events change the cases of a target, which cases were open in the hour and which of
 * these were observed in it: each once. What is counted depends on the events alone, so it can be
 * taken back when a late one comes.
 */
final class CaseCoverage {

    private final CoverageCounter counter;

    CaseCoverage(CoverageCounter counter) {
        this.counter = counter;
    }

    /** An observation of a target with a case; {@code counted} when it was up or down for one. */
    void seen(Sighting sighting, boolean counted) {
        counter.at(sighting.at()).seen(sighting.status(), sighting.at(), counted);
    }

    /**
     * An observation that {@link CaseMachine#counts} has changed a case.
     *
     * @param before what was seen before it
     * @return whether it was up or down
     */
    boolean observe(CaseState facts, boolean wasOpen, Sighting sighting, SightingHistory before) {
        follow(facts, wasOpen, sighting.at(), before);
        if (!sighting.meaning(facts.identity().action()).isCounted()
                || sighting.at() < facts.start()) {
            return false;
        }
        if (wasOpen || facts.open() || wasOpenInHourOf(facts, sighting.at())) {
            if (!observedInHourOf(facts, sighting.at(), before)) {
                counter.at(sighting.at()).observed();
            }
        }
        return true;
    }

    /**
     * An event has changed a case.
     *
     * @param history what was seen before it
     */
    void follow(CaseState facts, boolean wasOpen, long at, SightingHistory history) {
        boolean open = facts.open();
        if (open == wasOpen) {
            return;
        }
        HourTally tally = counter.at(at);
        if (!open) {
            tally.closed();
            facts.lastOpenAt = at;
            return;
        }
        tally.opened();
        if (!wasOpenInHourOf(facts, at)) {
            tally.entered();
            if (observedInHourOf(facts, at, history)) {
                tally.observed();
            }
        }
    }

    private static boolean wasOpenInHourOf(CaseState facts, long at) {
        return known(facts.lastOpenAt) && facts.lastOpenAt >= HourTally.hourOf(at);
    }

    private static boolean observedInHourOf(CaseState facts, long at, SightingHistory history) {
        return history.countedSince(
                Math.max(HourTally.hourOf(at), facts.start()), facts.identity().action());
    }
}
