package vn.takedown.model.explanation;

import vn.takedown.model.cases.CaseFigures;

/**
 * What the transition log shows of an event or a deadline.
 *
 * @param before null when the case is new
 */
public record FigureChange(CaseFigures before, CaseFigures after) {

    public boolean isVerdictChanged() {
        return before == null
                || before.verdict() != after.verdict()
                || before.exclusionReason() != after.exclusionReason();
    }

    public boolean isStateChanged() {
        return before == null || before.state() != after.state();
    }
}
