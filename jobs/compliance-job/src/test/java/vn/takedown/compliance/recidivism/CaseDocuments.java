package vn.takedown.compliance.recidivism;

import static vn.takedown.compliance.event.Envelopes.CONTENT;
import static vn.takedown.compliance.event.Envelopes.PROVIDER;
import static vn.takedown.compliance.event.Envelopes.TARGET;
import static vn.takedown.compliance.event.Envelopes.hour;

import vn.takedown.compliance.document.CaseDocument;
import vn.takedown.model.cases.LifecycleState;
import vn.takedown.model.cases.Verdict;
import vn.takedown.model.event.Action;
import vn.takedown.model.event.Category;
import vn.takedown.model.event.RequestSource;
import vn.takedown.model.event.Urgency;

/** Documents of cases about the same content, as they are before they are judged. */
final class CaseDocuments {

    private CaseDocuments() {}

    /**
     * @param issuedAt hours
     */
    static CaseDocument open(String itemId, double issuedAt) {
        return document(itemId, hour(issuedAt), null, 1);
    }

    /**
     * @param issuedAt hours
     * @param confirmedDownAt hours
     */
    static CaseDocument removed(String itemId, double issuedAt, double confirmedDownAt) {
        return document(itemId, hour(issuedAt), hour(confirmedDownAt), 2);
    }

    private static CaseDocument document(
            String itemId, long issuedAt, Long confirmedDownAt, long sequence) {
        boolean removed = confirmedDownAt != null;
        return new CaseDocument(
                "request",
                itemId,
                PROVIDER,
                null,
                null,
                null,
                Action.REMOVE,
                Category.CSAM,
                Urgency.URGENT,
                "authority",
                RequestSource.AUTHORITY,
                null,
                TARGET,
                CONTENT,
                null,
                "default",
                0,
                issuedAt,
                null,
                issuedAt,
                null,
                null,
                null,
                null,
                null,
                confirmedDownAt,
                confirmedDownAt,
                null,
                removed ? LifecycleState.REMOVED : LifecycleState.ISSUED,
                removed ? Verdict.ON_TIME : Verdict.PENDING,
                null,
                null,
                null,
                null,
                false,
                null,
                false,
                removed ? 1 : 0,
                0,
                0,
                null,
                0,
                false,
                sequence,
                issuedAt,
                0);
    }
}
