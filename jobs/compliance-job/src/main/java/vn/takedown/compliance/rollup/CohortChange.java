package vn.takedown.compliance.rollup;

import vn.takedown.model.cohort.CohortEntry;
import vn.takedown.model.cohort.Recidivism;

/**
 * What changes in the cohorts of one case.
 *
 * @param issuedAt milliseconds since the epoch: decides the periods
 * @param before what the case added so far, null when nothing
 * @param after what it adds from now on, null when only its recidivism has been judged
 * @param recidivismBefore how the case was judged so far; null when it was not, or as none
 * @param recidivism how it is judged from now on; null when it is not, or as none
 */
public record CohortChange(
        String providerId,
        long issuedAt,
        CohortEntry before,
        CohortEntry after,
        Recidivism recidivismBefore,
        Recidivism recidivism) {

    public static CohortChange of(
            String providerId, long issuedAt, CohortEntry before, CohortEntry after) {
        return new CohortChange(providerId, issuedAt, before, after, null, null);
    }

    public static CohortChange of(
            String providerId, long issuedAt, Recidivism before, Recidivism after) {
        return new CohortChange(
                providerId, issuedAt, null, null, unlessNone(before), unlessNone(after));
    }

    private static Recidivism unlessNone(Recidivism level) {
        return level == Recidivism.NONE ? null : level;
    }
}
