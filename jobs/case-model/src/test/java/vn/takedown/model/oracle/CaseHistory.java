package vn.takedown.model.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.takedown.model.event.Acknowledgement;
import vn.takedown.model.event.CaseEvent;
import vn.takedown.model.event.Observation;
import vn.takedown.model.event.RequestIssued;
import vn.takedown.model.event.RequestUpdated;
import vn.takedown.model.event.TakedownEvent;

/** All events of one case, each list in order, without what the contract tells to ignore. */
record CaseHistory(
        RequestIssued issued,
        List<RequestUpdated> updates,
        List<Acknowledgement> acknowledgements,
        List<Observation> observations) {

    // Section 6, 6: "Where instants are equal, before and after follow (occurred_at, event_id)."
    static final Comparator<TakedownEvent> ORDER =
            Comparator.comparingLong(TakedownEvent::occurredAt)
                    .thenComparing(TakedownEvent::eventId);

    /**
     * @param issued the first of the case
     * @param events all events without duplicates, in {@link #ORDER}
     */
    static CaseHistory of(RequestIssued issued, List<TakedownEvent> events) {
        List<RequestUpdated> updates = new ArrayList<>();
        List<Acknowledgement> acknowledgements = new ArrayList<>();
        List<Observation> observations = new ArrayList<>();
        for (TakedownEvent event : events) {
            if (event instanceof RequestUpdated update && belongs(update, issued)) {
                updates.add(update);
            }
            if (event instanceof Acknowledgement answer && belongs(answer, issued)) {
                acknowledgements.add(answer);
            }
            // Section 2: "An observation matches every case with the same provider_id and
            // target_key."
            if (event instanceof Observation observation
                    && observation.providerId().equals(issued.providerId())
                    && observation.targetKey().equals(issued.targetKey())) {
                observations.add(observation);
            }
        }
        return new CaseHistory(issued, updates, acknowledgements, observations);
    }

    // Section 6, 3: "An event of a case must agree with its ISSUED in provider_id and target_key;
    // request and acknowledgement events dated before issued_at are ignored."
    private static boolean belongs(CaseEvent event, RequestIssued issued) {
        return event.caseId().equals(issued.caseId())
                && event.providerId().equals(issued.providerId())
                && event.targetKey().equals(issued.targetKey())
                && event.occurredAt() >= issued.occurredAt();
    }
}
