package vn.takedown.model.cases;

import vn.takedown.model.event.Action;
import vn.takedown.model.event.Category;
import vn.takedown.model.event.RequestIssued;
import vn.takedown.model.event.RequestSource;
import vn.takedown.model.event.Urgency;
import vn.takedown.model.reference.Policy;

/**
 * What {@code ISSUED} fixed for good.
 *
 * @param legalBasis the request's, else the policy's, else null (contract section 6, item 4)
 * @param contentKey null when the request has none
 * @param accountKey null when the request has none
 * @param issuedAt milliseconds since the epoch
 */
public record CaseIdentity(
        String requestId,
        String itemId,
        Action action,
        Category category,
        Urgency urgency,
        String authorityId,
        RequestSource source,
        String legalBasis,
        String contentKey,
        String accountKey,
        long issuedAt) {

    static CaseIdentity of(RequestIssued issued, Policy policy) {
        return new CaseIdentity(
                issued.requestId(),
                issued.itemId(),
                issued.action(),
                issued.category(),
                issued.urgency(),
                issued.authorityId(),
                issued.source(),
                issued.legalBasis() != null ? issued.legalBasis() : policy.legalBasis(),
                issued.contentKey(),
                issued.accountKey(),
                issued.occurredAt());
    }

    /** {@code request_id + "/" + item_id}. */
    public String caseId() {
        return requestId + "/" + itemId;
    }
}
