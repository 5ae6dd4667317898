package vn.takedown.compliance.event;

import vn.takedown.model.event.CaseEvent;
import vn.takedown.model.event.Observation;
import vn.takedown.model.event.TakedownEvent;

/**
 * An event on its way to its case.
 *
 * @param origin where the record lies in Kafka
 * @param lateness whether its partition had already promised that nothing so early would follow
 * @param original the record itself, kept only where the event may yet be rejected; else null
 */
public record EventEnvelope(
        TakedownEvent event, RecordOrigin origin, Lateness lateness, OriginalRecord original) {

    public boolean late() {
        return lateness != Lateness.IN_TIME;
    }

    /** What the event is about. */
    public ProviderKey target() {
        if (event instanceof Observation observation) {
            return ProviderKey.of(observation.providerId(), observation.targetKey());
        }
        if (event instanceof CaseEvent caseEvent) {
            return ProviderKey.of(caseEvent.providerId(), caseEvent.targetKey());
        }
        throw new IllegalStateException("A heartbeat is about no target.");
    }
}
