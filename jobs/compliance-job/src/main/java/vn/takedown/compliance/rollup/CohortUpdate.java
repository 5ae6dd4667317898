package vn.takedown.compliance.rollup;

import vn.takedown.model.cohort.Period;

/**
 * A change addressed to one cohort.
 *
 * @param providerId {@link #ALL} for all providers together
 */
public record CohortUpdate(Period period, String start, String providerId, CohortChange change) {

    /** Contract section 4. */
    public static final String ALL = "_all";

    /** {@code period|start|provider_id}. */
    public String cohort() {
        return period + "|" + start + '|' + providerId;
    }
}
