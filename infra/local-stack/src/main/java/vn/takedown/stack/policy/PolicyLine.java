package vn.takedown.stack.policy;

import vn.takedown.model.reference.Policy;

/** One policy and where it stands. */
public record PolicyLine(Place place, Policy policy, Provenance provenance) {

    /** How findings call it. */
    String name() {
        return name(policy);
    }

    static String name(Policy policy) {
        return policy.policyId() + " version " + policy.version();
    }
}
