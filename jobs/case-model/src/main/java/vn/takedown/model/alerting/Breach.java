package vn.takedown.model.alerting;

/**
 * A case in which a provider is in breach.
 *
 * @param at first up after the deadline, milliseconds since the epoch
 */
public record Breach(String caseId, String policyId, long at) {

    static Breach of(ProviderSignal signal) {
        return new Breach(signal.caseId(), signal.policyId(), signal.breachedAt());
    }
}
