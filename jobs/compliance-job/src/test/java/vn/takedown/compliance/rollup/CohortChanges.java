package vn.takedown.compliance.rollup;

import java.time.Duration;
import vn.takedown.model.cases.Verdict;
import vn.takedown.model.cohort.CohortEntry;

/** Changes of cases that were all issued at one instant. */
final class CohortChanges {

    static final long ISSUED_AT = 1_778_400_000_000L;

    private CohortChanges() {}

    static CohortChange running() {
        return CohortChange.of(
                "provider",
                ISSUED_AT,
                null,
                new CohortEntry(
                        Verdict.PENDING,
                        null,
                        false,
                        false,
                        false,
                        false,
                        null,
                        null,
                        null,
                        ISSUED_AT));
    }

    static CohortChange removedAfter(Duration elapsed) {
        return CohortChange.of(
                "provider",
                ISSUED_AT,
                null,
                new CohortEntry(
                        Verdict.ON_TIME,
                        null,
                        false,
                        false,
                        false,
                        false,
                        null,
                        elapsed.toMillis(),
                        null,
                        null));
    }
}
