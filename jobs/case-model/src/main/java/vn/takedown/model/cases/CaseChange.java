package vn.takedown.model.cases;

/**
 * A case has a new document.
 *
 * @param facts the case after the change; valid only during the call that hands it over
 * @param at event time of the change, milliseconds since the epoch
 * @param eventId the event that caused it, null when time did
 * @param before null when the case is new
 * @param restated whether a late event made up for what an earlier document showed
 */
public record CaseChange(
        CaseState facts,
        long at,
        Cause cause,
        String eventId,
        CaseFigures before,
        CaseFigures after,
        boolean restated) {

    /** The number of this document of the case, from 1. */
    public long sequence() {
        return facts.sequence;
    }
}
