package vn.takedown.compliance.source;

import vn.takedown.model.reference.Policy;

/** What the key of a policy's record names. */
public record PolicyVersion(String policyId, int version) {

    static PolicyVersion of(Policy policy) {
        return new PolicyVersion(policy.policyId(), policy.version());
    }

    /**
     * @param key {@code policy_id|version}
     * @return null when the key names no version of a policy
     */
    public static PolicyVersion parse(String key) {
        int bar = key.lastIndexOf('|');
        return bar > 0 && key.substring(bar + 1).matches("[0-9]{1,9}")
                ? new PolicyVersion(key.substring(0, bar), Integer.parseInt(key.substring(bar + 1)))
                : null;
    }

    String key() {
        return policyId + '|' + version;
    }
}
