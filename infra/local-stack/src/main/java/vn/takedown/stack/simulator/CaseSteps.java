package vn.takedown.stack.simulator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.takedown.model.event.Acknowledgement;
import vn.takedown.model.event.AcknowledgementType;
import vn.takedown.model.event.CaseEvent;
import vn.takedown.model.event.RequestIssued;
import vn.takedown.model.event.RequestUpdate;
import vn.takedown.model.event.RequestUpdated;

/** Collects the request and acknowledgement events of one item. */
final class CaseSteps {

    private final ItemPlan item;
    private final List<CaseEvent> steps = new ArrayList<>();
    private int requestEvents;
    private int acknowledgements;

    CaseSteps(ItemPlan item) {
        this.item = item;
    }

    void issued() {
        issued(item.issuedAt(), item.requestId(), item.authorityId());
    }

    /** Another request for the same item. */
    void issued(long at, String requestId, String authorityId) {
        steps.add(
                new RequestIssued(
                        requestEventId(),
                        at,
                        requestId,
                        item.itemId(),
                        item.providerId(),
                        item.targetKey(),
                        item.action(),
                        item.category(),
                        item.urgency(),
                        authorityId,
                        item.source(),
                        item.contentKey(),
                        item.accountKey(),
                        item.legalBasis()));
    }

    /**
     * @param reason a code, never free text; null for none
     */
    void request(long at, RequestUpdate update, String reason) {
        request(at, update, item.requestId(), reason);
    }

    void request(long at, RequestUpdate update, String requestId, String reason) {
        steps.add(
                new RequestUpdated(
                        requestEventId(),
                        at,
                        update,
                        requestId,
                        item.itemId(),
                        item.providerId(),
                        item.targetKey(),
                        reason));
    }

    /**
     * @param reason a code, never free text; null for none
     */
    void answer(long at, AcknowledgementType type, String reason) {
        steps.add(
                new Acknowledgement(
                        "a-" + item.number() + "-" + acknowledgements++,
                        at,
                        type,
                        item.requestId(),
                        item.itemId(),
                        item.providerId(),
                        item.targetKey(),
                        reason));
    }

    /** Nobody answers a request that was withdrawn. */
    List<CaseEvent> until(long withdrawnAt) {
        return steps.stream()
                .filter(
                        step ->
                                !(step instanceof Acknowledgement)
                                        || step.occurredAt() < withdrawnAt)
                .sorted(Comparator.comparingLong(CaseEvent::occurredAt))
                .toList();
    }

    private String requestEventId() {
        return "r-" + item.number() + "-" + requestEvents++;
    }
}
