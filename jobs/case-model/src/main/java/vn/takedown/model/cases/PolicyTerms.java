package vn.takedown.model.cases;

import vn.takedown.model.reference.ClockStart;
import vn.takedown.model.reference.ConfirmationTerms;
import vn.takedown.model.reference.Policy;

/**
 * What a case keeps of its policy. It is copied when the case is issued, so that a later version
 * never moves the deadline of a case already open (contract section 1).
 *
 * @param duration milliseconds
 * @param claimTolerance milliseconds
 */
public record PolicyTerms(
        String policyId,
        int version,
        ClockStart clockStart,
        long duration,
        ConfirmationTerms confirmation,
        long claimTolerance) {

    public static PolicyTerms of(Policy policy) {
        return new PolicyTerms(
                policy.policyId(),
                policy.version(),
                policy.clockStart(),
                policy.duration().toMillis(),
                ConfirmationTerms.of(policy.confirmation()),
                policy.claimTolerance().toMillis());
    }
}
