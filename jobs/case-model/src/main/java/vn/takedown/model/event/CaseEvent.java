package vn.takedown.model.event;

/** An event that names one request item, that is, one case. */
public sealed interface CaseEvent extends TakedownEvent
        permits RequestIssued, RequestUpdated, Acknowledgement {

    String requestId();

    String itemId();

    String providerId();

    /** 64 lower-case hex digits: a keyed hash of what is to be removed. */
    String targetKey();

    /** {@code request_id + "/" + item_id} (contract section 1). */
    default String caseId() {
        return requestId() + "/" + itemId();
    }
}
