package vn.takedown.compliance.document;

import java.time.Duration;
import vn.takedown.model.reference.Policy;

/**
 * One version of a policy, so that dashboards can mark the day from which another clock held. Not
 * in the contract.
 *
 * @param effectiveFrom milliseconds since the epoch; null when the version has been deleted
 * @param effectiveTo milliseconds since the epoch, exclusive; null when it has no end
 * @param legalBasis null when the version has been deleted
 * @param duration milliseconds that the policy grants; null when the version has been deleted
 * @param offset of the record in Kafka: later records of a version lie in the same partition
 */
public record PolicyDocument(
        String policyId,
        int version,
        Long effectiveFrom,
        Long effectiveTo,
        String legalBasis,
        Long duration,
        long offset) {

    public static PolicyDocument of(Policy policy, long offset) {
        return new PolicyDocument(
                policy.policyId(),
                policy.version(),
                policy.effectiveFrom(),
                policy.effectiveTo(),
                policy.legalBasis(),
                policy.duration().toMillis(),
                offset);
    }

    /** What is left of a version that has been deleted. */
    public static PolicyDocument deleted(String policyId, int version, long offset) {
        return new PolicyDocument(policyId, version, null, null, null, null, offset);
    }

    /** {@code policy_id|version}. */
    public String id() {
        return policyId + '|' + version;
    }

    /** In words of no language. */
    String label() {
        return policyId
                + " v"
                + version
                + (duration == null ? "" : ", " + Duration.ofMillis(duration));
    }
}
