package vn.takedown.model.alerting;

import java.util.List;
import vn.takedown.model.reference.Policy;
import vn.takedown.model.reference.ReferenceBook;
import vn.takedown.model.reference.Strike;

/**
 * What alerts about a provider depend on beside its cases.
 *
 * @param blindAfter milliseconds without an observation after which the monitor is blind
 */
public record ProviderTerms(ReferenceBook book, long blindAfter) {

    /** By which repeated breaches of a policy are measured at an instant. */
    List<Strike> strikes(String policyId, long at) {
        Policy policy = book.newest(policyId, at);
        return policy == null ? List.of() : policy.strikes();
    }

    /** Milliseconds for which a breach may count under any version of the policy. */
    long longestWindow(String policyId) {
        return book.versions(policyId).values().stream()
                .flatMap(policy -> policy.strikes().stream())
                .mapToLong(strike -> strike.window().toMillis())
                .max()
                .orElse(0);
    }
}
