package vn.takedown.compliance.ingest;

/**
 * Reads instants written exactly as {@code YYYY-MM-DDTHH:MM:SS.mmmZ}, of the years 2000 to 2099
 * (contract section 6, item 1), without allocating.
 */
public final class InstantParser {

    /** What {@link #parse} returns for anything else; no instant of these years. */
    public static final long INVALID = Long.MIN_VALUE;

    /** Of an instant in characters. */
    static final int LENGTH = 24;

    /** 2000-01-01T00:00:00.000Z. */
    private static final long START_OF_2000 = 946_684_800_000L;

    private static final int[] DAYS_BEFORE_MONTH = {
        0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365
    };

    private InstantParser() {}

    /**
     * @return milliseconds since the epoch, or {@link #INVALID}
     */
    public static long parse(char[] text, int offset, int length) {
        if (length != LENGTH || !isPunctuated(text, offset)) {
            return INVALID;
        }
        int year = number(text, offset, 4) - 2000;
        int month = number(text, offset + 5, 2);
        int day = number(text, offset + 8, 2);
        int hour = number(text, offset + 11, 2);
        int minute = number(text, offset + 14, 2);
        int second = number(text, offset + 17, 2);
        int millisecond = number(text, offset + 20, 3);
        if ((year | month | day | hour | minute | second | millisecond) < 0
                || year > 99
                || month < 1
                || month > 12
                || day < 1
                || day > daysInMonth(year, month)
                || hour > 23
                || minute > 59
                || second > 59) {
            return INVALID;
        }
        long days =
                year * 365L
                        + (year + 3) / 4
                        + DAYS_BEFORE_MONTH[month - 1]
                        + (month > 2 && isLeap(year) ? 1 : 0)
                        + day
                        - 1;
        long seconds = ((days * 24 + hour) * 60 + minute) * 60 + second;
        return START_OF_2000 + seconds * 1000 + millisecond;
    }

    private static boolean isPunctuated(char[] text, int offset) {
        return text[offset + 4] == '-'
                && text[offset + 7] == '-'
                && text[offset + 10] == 'T'
                && text[offset + 13] == ':'
                && text[offset + 16] == ':'
                && text[offset + 19] == '.'
                && text[offset + 23] == 'Z';
    }

    /** The number of so many digits; -1 when one is none. */
    private static int number(char[] text, int offset, int digits) {
        int number = 0;
        int all = 0;
        for (int i = offset; i < offset + digits; i++) {
            int digit = text[i] - '0';
            all |= digit | 9 - digit;
            number = number * 10 + digit;
        }
        return all < 0 ? -1 : number;
    }

    private static int daysInMonth(int year, int month) {
        if (month == 2 && isLeap(year)) {
            return 29;
        }
        return DAYS_BEFORE_MONTH[month] - DAYS_BEFORE_MONTH[month - 1];
    }

    /** From 2000 to 2099 every fourth year is a leap year. */
    private static boolean isLeap(int yearOfCentury) {
        return (yearOfCentury & 3) == 0;
    }
}
