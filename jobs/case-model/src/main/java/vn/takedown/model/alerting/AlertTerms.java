package vn.takedown.model.alerting;

import java.math.BigDecimal;
import java.util.List;
import vn.takedown.model.reference.Policy;

/**
 * What a policy says of alerts about a case.
 *
 * @param ackWithin milliseconds of the legal clock; null when the policy sets no such deadline
 * @param warnAt fractions of the clock's duration, ascending
 * @param secondNoticeAfter milliseconds past the deadline; null for no second notice
 */
public record AlertTerms(Long ackWithin, List<Double> warnAt, Long secondNoticeAfter) {

    /** Of a policy that cannot be found: only what the case itself knows raises alerts. */
    public static final AlertTerms NONE = new AlertTerms(null, List.of(), null);

    public AlertTerms {
        warnAt = warnAt.stream().sorted().toList();
    }

    public static AlertTerms of(Policy policy) {
        return new AlertTerms(
                policy.ackWithin() == null ? null : policy.ackWithin().toMillis(),
                policy.warnAt(),
                policy.secondNoticeAfter() == null ? null : policy.secondNoticeAfter().toMillis());
    }

    /** Milliseconds of the legal clock at which a fraction of the duration is used up. */
    static long mark(double fraction, long duration) {
        return BigDecimal.valueOf(fraction).multiply(BigDecimal.valueOf(duration)).longValue();
    }
}
