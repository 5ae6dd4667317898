package vn.takedown.compliance.event;

import vn.takedown.model.event.CaseEvent;
import vn.takedown.model.event.Observation;
import vn.takedown.model.event.TakedownEvent;

/**
 * An event on its way to its case.
 *
 * @param target what the event is about
 * @param origin where the record lies in Kafka
 * @param lateness whether its partition had already promised that nothing so early would follow
 * @param original the record itself, kept only where the event may yet be rejected; else null
 */
public record EventEnvelope(
        TakedownEvent event,
        ProviderKey target,
        RecordOrigin origin,
        Lateness lateness,
        OriginalRecord original) {

    /**
     * Takes the target from the event.
     *
     * @throws IllegalArgumentException for a heartbeat, which is about no target
     */
    public EventEnvelope(
            TakedownEvent event, RecordOrigin origin, Lateness lateness, OriginalRecord original) {
        this(event, targetOf(event), origin, lateness, original);
    }

    public boolean late() {
        return lateness != Lateness.IN_TIME;
    }

    static ProviderKey targetOf(TakedownEvent event) {
        if (event instanceof Observation observation) {
            return ProviderKey.of(observation.providerId(), observation.targetKey());
        }
        if (event instanceof CaseEvent caseEvent) {
            return ProviderKey.of(caseEvent.providerId(), caseEvent.targetKey());
        }
        throw new IllegalArgumentException("A heartbeat is about no target.");
    }
}
