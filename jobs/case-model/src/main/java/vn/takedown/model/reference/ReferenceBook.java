package vn.takedown.model.reference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.takedown.model.event.RequestIssued;

/** The providers and policies as they are known now, and which policy a request falls under. */
public final class ReferenceBook {

    private final Map<String, Provider> providers = new HashMap<>();

    /** Policy id → version → policy; sorted so that ties fall to the first policy id. */
    private final TreeMap<String, TreeMap<Integer, Policy>> policies = new TreeMap<>();

    private ConfirmationTerms strictestConfirmation = ConfirmationTerms.DEFAULT;

    public void put(Provider provider) {
        providers.put(provider.providerId(), provider);
    }

    public void removeProvider(String providerId) {
        providers.remove(providerId);
    }

    public void put(Policy policy) {
        policies.computeIfAbsent(policy.policyId(), id -> new TreeMap<>())
                .put(policy.version(), policy);
        recomputeStrictest();
    }

    public void removePolicy(String policyId, int version) {
        TreeMap<Integer, Policy> versions = policies.get(policyId);
        if (versions != null) {
            versions.remove(version);
            if (versions.isEmpty()) {
                policies.remove(policyId);
            }
            recomputeStrictest();
        }
    }

    private void recomputeStrictest() {
        strictestConfirmation = ConfirmationTerms.DEFAULT;
        for (TreeMap<Integer, Policy> versions : policies.values()) {
            for (Policy policy : versions.values()) {
                strictestConfirmation =
                        strictestConfirmation.and(ConfirmationTerms.of(policy.confirmation()));
            }
        }
    }

    /** Null when the registry does not know it. */
    public Provider provider(String providerId) {
        return providers.get(providerId);
    }

    /** One version of a policy, also the built-in default; null when it is not known. */
    public Policy policy(String policyId, int version) {
        TreeMap<Integer, Policy> versions = policies.get(policyId);
        if (versions != null && versions.containsKey(version)) {
            return versions.get(version);
        }
        boolean builtIn =
                policyId.equals(Policy.DEFAULT.policyId()) && version == Policy.DEFAULT.version();
        return builtIn ? Policy.DEFAULT : null;
    }

    /** All versions of a policy by their number; empty when it is not known. */
    public Map<Integer, Policy> versions(String policyId) {
        return Collections.unmodifiableMap(policies.getOrDefault(policyId, new TreeMap<>()));
    }

    /**
     * The version of a policy that repeated breaches are measured by: the highest in force, else
     * the highest.
     *
     * @param at milliseconds since the epoch
     * @return null when the policy is not known
     */
    public Policy newest(String policyId, long at) {
        TreeMap<Integer, Policy> versions = policies.get(policyId);
        if (versions == null) {
            return null;
        }
        Policy inForce = highestInForce(versions, at);
        return inForce == null ? versions.lastEntry().getValue() : inForce;
    }

    /** Terms that confirm a down run under every policy known. */
    public ConfirmationTerms strictestConfirmation() {
        return strictestConfirmation;
    }

    /**
     * The policy of a request: of each id the highest version in force at {@code issued_at}; of
     * those that match the one with the highest priority, then the first id; else the built-in
     * default (contract section 1 and section 6, item 4).
     */
    public Policy policyFor(RequestIssued issued) {
        Provider provider = provider(issued.providerId());
        Policy best = null;
        for (TreeMap<Integer, Policy> versions : policies.values()) {
            Policy inForce = highestInForce(versions, issued.occurredAt());
            if (inForce != null
                    && inForce.match().unmet(issued, provider).isEmpty()
                    && (best == null || inForce.priority() > best.priority())) {
                best = inForce;
            }
        }
        return best == null ? Policy.DEFAULT : best;
    }

    private static Policy highestInForce(TreeMap<Integer, Policy> versions, long at) {
        for (Policy policy : versions.descendingMap().values()) {
            if (policy.inForceAt(at)) {
                return policy;
            }
        }
        return null;
    }

    /**
     * Every version of every policy and why it is, or is not, the policy of the request; in the
     * order in which they would win: by priority, then by id, then the highest version first.
     */
    public List<PolicyCandidate> candidates(RequestIssued issued) {
        Policy applied = policyFor(issued);
        List<PolicyCandidate> candidates = new ArrayList<>();
        for (TreeMap<Integer, Policy> versions : policies.values()) {
            Policy inForce = highestInForce(versions, issued.occurredAt());
            for (Policy policy : versions.descendingMap().values()) {
                candidates.add(
                        new PolicyCandidate(policy, standing(policy, inForce, applied, issued)));
            }
        }
        // Stable, so that equal priorities stay in the order of ids and versions.
        candidates.sort(
                Comparator.comparingInt(
                                (PolicyCandidate candidate) -> candidate.policy().priority())
                        .reversed());
        return candidates;
    }

    private PolicyStanding standing(
            Policy policy, Policy inForce, Policy applied, RequestIssued issued) {
        if (policy == applied) {
            return new PolicyStanding.Applies();
        }
        if (!policy.inForceAt(issued.occurredAt())) {
            return issued.occurredAt() < policy.effectiveFrom()
                    ? new PolicyStanding.NotYetInForce()
                    : new PolicyStanding.NoLongerInForce();
        }
        if (policy != inForce) {
            return new PolicyStanding.Replaced(inForce);
        }
        Set<Criterion> unmet = policy.match().unmet(issued, provider(issued.providerId()));
        return unmet.isEmpty()
                ? new PolicyStanding.Outranked(applied)
                : new PolicyStanding.Mismatch(unmet);
    }
}
