package vn.takedown.model.standing;

import vn.takedown.model.cases.CaseChange;

/**
 * A case adds something else to the standing of its provider than before.
 *
 * @param at event time of the change, milliseconds since the epoch
 */
public record StandingChange(String providerId, long at, CaseStanding before, CaseStanding after) {

    /** Null when it adds the same; a new case is always told, so that its provider is known. */
    public static StandingChange of(CaseChange change, String providerId) {
        if (change.before() == change.after()) {
            return null;
        }
        CaseStanding after = CaseStanding.of(change.after());
        if (change.before() == null) {
            return new StandingChange(providerId, change.at(), CaseStanding.NONE, after);
        }
        CaseStanding before = CaseStanding.of(change.before());
        return before.equals(after)
                ? null
                : new StandingChange(providerId, change.at(), before, after);
    }
}
