package vn.takedown.compliance.recidivism;

import vn.takedown.compliance.document.CaseDocument;
import vn.takedown.model.cases.ExclusionReason;
import vn.takedown.model.cases.LifecycleState;
import vn.takedown.model.cohort.ContentHistory;
import vn.takedown.model.cohort.Recidivism;

/**
 * The answer for a case that is not judged anew any more; kept only for its later documents.
 *
 * @param forgetAt when no document of it can come any more, milliseconds since the epoch; null
 *     while it is open
 */
public record SettledCase(Recidivism recidivism, int priorCases, int rejudged, Long forgetAt) {

    static final long DAY = 86_400_000;

    /**
     * @param watch milliseconds for which a closed case is followed; {@link Long#MAX_VALUE} for
     *     ever
     */
    static SettledCase of(ContentCase judged, CaseDocument newest, long watch) {
        return new SettledCase(judged.recidivism(), judged.priorCases(), judged.rejudged(), null)
                .followed(newest, watch);
    }

    /** After a further document. */
    SettledCase followed(CaseDocument newest, long watch) {
        return new SettledCase(recidivism, priorCases, rejudged, forgetAt(newest, watch));
    }

    /**
     * It was closed at its newest document or before, and the watch ends at the end of a day. By
     * whole days, so that it is not written with every document.
     */
    private static Long forgetAt(CaseDocument newest, long watch) {
        if (watch == Long.MAX_VALUE || !closed(newest)) {
            return null;
        }
        return (Math.floorDiv(newest.updatedAt() + watch, DAY) + 2) * DAY;
    }

    private static boolean closed(CaseDocument document) {
        return document.withdrawnAt() != null
                || document.state() == LifecycleState.REMOVED
                || document.exclusionReason() == ExclusionReason.ALREADY_DOWN
                || document.exclusionReason() == ExclusionReason.UNDELIVERABLE;
    }

    ContentHistory.Answer answer() {
        return new ContentHistory.Answer(recidivism, priorCases);
    }
}
