package vn.takedown.model.cohort;

/**
 * What is left to be known of the cases of one content that are earlier than any to come: how many
 * they are and when the first of them was confirmed down. For {@code prior_cases} and {@code
 * STRICT} of a later case that is enough (contract section 3).
 *
 * @param confirmedDownAt the earliest confirmation, milliseconds since the epoch; null when there
 *     is none
 */
public record SettledCases(int count, Long confirmedDownAt) {

    public static final SettledCases NONE = new SettledCases(0, null);

    /** With one case more. */
    public SettledCases plusOne() {
        return new SettledCases(count + 1, confirmedDownAt);
    }

    /** Once one of them has been confirmed down. */
    public SettledCases confirmed(long at) {
        return confirmedBy(at) ? this : new SettledCases(count, at);
    }

    /** Whether one of them was confirmed down at or before an instant. */
    public boolean confirmedBy(long instant) {
        return confirmedDownAt != null && confirmedDownAt <= instant;
    }
}
