package vn.takedown.model.reference;

import java.time.Duration;
import java.util.List;

/**
 * One version of a legal clock (contract section 1, policy).
 *
 * @param effectiveFrom milliseconds since the epoch, inclusive
 * @param effectiveTo milliseconds since the epoch, exclusive; null when it has no end
 * @param legalBasis null only for the built-in default
 * @param ackWithin null when the policy sets no deadline for acknowledging
 * @param warnAt fractions of the duration, each between 0 and 1
 * @param secondNoticeAfter past the deadline; null when the policy knows no second notice
 */
public record Policy(
        String policyId,
        int version,
        long effectiveFrom,
        Long effectiveTo,
        String legalBasis,
        int priority,
        PolicyMatch match,
        ClockStart clockStart,
        Duration duration,
        Duration ackWithin,
        List<Double> warnAt,
        Confirmation confirmation,
        Duration claimTolerance,
        Duration secondNoticeAfter,
        List<Strike> strikes) {

    /** Contract section 1: {@code claim_tolerance} where a policy names none. */
    public static final Duration DEFAULT_CLAIM_TOLERANCE = Duration.ofHours(1);

    /** The built-in clock of a case that no policy matches (contract section 1 and 6, item 4). */
    public static final Policy DEFAULT =
            new Policy(
                    "default",
                    0,
                    Long.MIN_VALUE,
                    null,
                    null,
                    Integer.MIN_VALUE,
                    PolicyMatch.ANY,
                    ClockStart.ISSUED,
                    Duration.ofHours(24),
                    Duration.ofHours(24),
                    List.of(),
                    Confirmation.DEFAULT,
                    DEFAULT_CLAIM_TOLERANCE,
                    null,
                    List.of());

    public Policy {
        warnAt = List.copyOf(warnAt);
        strikes = List.copyOf(strikes);
    }

    /** Whether this version is in force at {@code instant} (milliseconds since the epoch). */
    public boolean inForceAt(long instant) {
        return effectiveFrom <= instant && (effectiveTo == null || instant < effectiveTo);
    }
}
