package vn.takedown.compliance.ingest;

import java.io.IOException;
import java.time.Duration;

/**
 * ISO-8601 durations of days to seconds, {@code P[nD][T[nH][nM][n[.n]S]]}, without sign (contract
 * section 6, item 4). A day is 24 hours. A fraction has up to nine digits.
 */
final class DurationType implements ValueType<Duration> {

    /**
     * Keeps an instant of 2000 to 2099 plus a duration, and paused time, within four-digit years.
     */
    static final Duration MAX = Duration.ofDays(2_800_000);

    private static final String UNITS = "DHMS";

    private static final long[] SECONDS = {86_400, 3_600, 60, 1};

    /** More of any unit than {@link #MAX}, and far from overflow. */
    private static final long TOO_MANY = 1_000_000_000_000L;

    private static final int MAX_FRACTION_DIGITS = 9;

    private final boolean zeroAllowed;
    private char[] text;
    private int at;
    private int end;
    private long seconds;
    private int nanoseconds;

    private DurationType(boolean zeroAllowed) {
        this.zeroAllowed = zeroAllowed;
    }

    /** From zero on. */
    static DurationType fromZero() {
        return new DurationType(true);
    }

    /** Longer than zero. */
    static DurationType aboveZero() {
        return new DurationType(false);
    }

    @Override
    public Duration read(JsonCursor in, Field<Duration> field)
            throws IOException, RecordRejectedException {
        if (!TextTypes.isString(in, field)) {
            return null;
        }
        text = in.characters();
        at = in.offset();
        end = at + in.length();
        if (!scan()) {
            field.reject(
                    RejectionReason.INVALID_DURATION,
                    "must be an ISO-8601 duration of days to seconds, such as P1DT12H");
            return null;
        }
        if (seconds > MAX.toSeconds() || (seconds == MAX.toSeconds() && nanoseconds > 0)) {
            field.reject(RejectionReason.OUT_OF_RANGE, "must be at most " + MAX.toDays() + " days");
            return null;
        }
        if (!zeroAllowed && seconds == 0 && nanoseconds == 0) {
            field.reject(RejectionReason.OUT_OF_RANGE, "must be longer than zero");
            return null;
        }
        return Duration.ofSeconds(seconds, nanoseconds);
    }

    private boolean scan() {
        seconds = 0;
        nanoseconds = 0;
        if (!skip('P')) {
            return false;
        }
        boolean hasDays = at < end && text[at] != 'T';
        if (hasDays && component(0) != 0) {
            return false;
        }
        if (!skip('T')) {
            return hasDays && at == end;
        }
        int unit = 0;
        do {
            unit = component(unit + 1);
        } while (unit > 0 && at < end);
        return unit > 0;
    }

    /** Adds one number with its unit; the index of the unit, or -1. */
    private int component(int firstUnit) {
        int digits = at;
        long number = 0;
        while (at < end && isDigit(text[at])) {
            number = Math.min(TOO_MANY, number * 10 + (text[at++] - '0'));
        }
        if (at == digits) {
            return -1;
        }
        boolean hasFraction = skip('.');
        if (hasFraction && !fraction()) {
            return -1;
        }
        if (at == end) {
            return -1;
        }
        int unit = UNITS.indexOf(text[at++], firstUnit);
        if (unit < 0 || (hasFraction && unit != UNITS.length() - 1)) {
            return -1;
        }
        seconds += number * SECONDS[unit];
        return unit;
    }

    private boolean fraction() {
        int digits = 0;
        while (at < end && isDigit(text[at]) && digits < MAX_FRACTION_DIGITS) {
            nanoseconds = nanoseconds * 10 + (text[at++] - '0');
            digits++;
        }
        for (int i = digits; i < MAX_FRACTION_DIGITS; i++) {
            nanoseconds *= 10;
        }
        return digits > 0;
    }

    private boolean skip(char expected) {
        if (at < end && text[at] == expected) {
            at++;
            return true;
        }
        return false;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
