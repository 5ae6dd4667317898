package vn.takedown.compliance.document;

import vn.takedown.model.cohort.Period;
import vn.takedown.model.cohort.PeriodFigures;

/**
 * A provider's cohort of one period (contract section 4).
 *
 * @param start the first day in Vietnam, {@code YYYY-MM-DD}
 * @param providerId {@code _all} for all providers together
 * @param revision never lower than that of a document with fewer changes in it
 * @param updatedAt {@code T}, milliseconds since the epoch
 */
public record PeriodDocument(
        Period period,
        String start,
        String providerId,
        PeriodFigures figures,
        long revision,
        long updatedAt) {

    /** {@code period|start|provider_id} (contract section 4). */
    public String id() {
        return period + "|" + start + '|' + providerId;
    }
}
