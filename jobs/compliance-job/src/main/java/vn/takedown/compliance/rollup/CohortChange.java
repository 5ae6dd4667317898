package vn.takedown.compliance.rollup;

import vn.takedown.model.cohort.CohortEntry;
import vn.takedown.model.cohort.Recidivism;

/**
 * What changes in the cohorts of one case.
 *
 * @param issuedAt milliseconds since the epoch: decides the periods
 * @param before what the case added so far, null when nothing
 * @param after what it adds from now on, null when only its recidivism has been judged
 * @param recidivism set once per case with content, else null
 */
public record CohortChange(
        String providerId,
        long issuedAt,
        CohortEntry before,
        CohortEntry after,
        Recidivism recidivism) {

    public static CohortChange of(
            String providerId, long issuedAt, CohortEntry before, CohortEntry after) {
        return new CohortChange(providerId, issuedAt, before, after, null);
    }

    public static CohortChange of(String providerId, long issuedAt, Recidivism recidivism) {
        return new CohortChange(providerId, issuedAt, null, null, recidivism);
    }
}
