package vn.takedown.model.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.takedown.model.event.RequestIssued;
import vn.takedown.model.reference.Policy;
import vn.takedown.model.reference.Provider;

/** Which policy a case has (contract section 1, policy, and section 6, item 4). */
final class PolicyChoice {

    private PolicyChoice() {}

    /**
     * @param provider null when the registry does not know it
     */
    static Policy of(RequestIssued issued, Provider provider, List<Policy> policies) {
        // Section 1: "The policy of a case is the one in force at issued_at".
        // Section 6, 4: "The highest policy version in force at issued_at replaces the other
        // versions of its id, also for match."
        Map<String, Policy> highest = new TreeMap<>();
        for (Policy policy : policies) {
            Policy known = highest.get(policy.policyId());
            boolean higher = known == null || policy.version() >= known.version();
            if (inForce(policy, issued.occurredAt()) && higher) {
                highest.put(policy.policyId(), policy);
            }
        }
        List<Policy> matching = new ArrayList<>();
        for (Policy policy : highest.values()) {
            if (matches(policy, issued, provider)) {
                matching.add(policy);
            }
        }
        // Section 1: "priority (higher wins; tie: policy_id order)".
        matching.sort(
                Comparator.comparingInt(Policy::priority)
                        .reversed()
                        .thenComparing(Policy::policyId));
        // Section 1: "A case that no policy matches takes the built-in default".
        return matching.isEmpty() ? Policy.DEFAULT : matching.get(0);
    }

    // Section 6, 4: "effective_to is exclusive".
    private static boolean inForce(Policy policy, long instant) {
        return policy.effectiveFrom() <= instant
                && (policy.effectiveTo() == null || instant < policy.effectiveTo());
    }

    // Section 1: "match (any of provider_types, jurisdictions, actions, categories, urgencies:
    // arrays; absent = any)".
    private static boolean matches(Policy policy, RequestIssued issued, Provider provider) {
        return allows(policy.match().providerTypes(), provider == null ? null : provider.type())
                && allows(
                        policy.match().jurisdictions(),
                        provider == null ? null : provider.jurisdiction())
                && allows(policy.match().actions(), issued.action())
                && allows(policy.match().categories(), issued.category())
                && allows(policy.match().urgencies(), issued.urgency());
    }

    private static <E> boolean allows(Set<E> allowed, E value) {
        return allowed.isEmpty() || (value != null && allowed.contains(value));
    }
}
