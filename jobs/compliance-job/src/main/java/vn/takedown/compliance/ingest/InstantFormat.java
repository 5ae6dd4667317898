package vn.takedown.compliance.ingest;

import java.time.LocalDate;

/** Writes instants as {@code YYYY-MM-DDTHH:MM:SS.mmmZ}, the one form of the contract. */
public final class InstantFormat {

    private static final int LENGTH = 24;

    private static final long MILLISECONDS_PER_DAY = 86_400_000L;

    private static final long FIRST_DAY = LocalDate.of(0, 1, 1).toEpochDay();

    private static final long LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay();

    private InstantFormat() {}

    /**
     * @param instant milliseconds since the epoch
     * @throws IllegalArgumentException outside the years 0 to 9999, which no accepted event and no
     *     deadline made from one reaches
     */
    public static String format(long instant) {
        return append(new StringBuilder(LENGTH), instant).toString();
    }

    /**
     * Appends to {@code target} and returns it.
     *
     * @param instant milliseconds since the epoch
     * @throws IllegalArgumentException outside the years 0 to 9999
     */
    public static StringBuilder append(StringBuilder target, long instant) {
        long day = Math.floorDiv(instant, MILLISECONDS_PER_DAY);
        LocalDate date = LocalDate.ofEpochDay(checkedDay(day));
        int millisecond = (int) Math.floorMod(instant, MILLISECONDS_PER_DAY);
        digits(target, date.getYear(), 1000).append('-');
        digits(target, date.getMonthValue(), 10).append('-');
        digits(target, date.getDayOfMonth(), 10).append('T');
        digits(target, millisecond / 3_600_000, 10).append(':');
        digits(target, millisecond / 60_000 % 60, 10).append(':');
        digits(target, millisecond / 1000 % 60, 10).append('.');
        return digits(target, millisecond % 1000, 100).append('Z');
    }

    private static long checkedDay(long epochDay) {
        if (epochDay < FIRST_DAY || epochDay > LAST_DAY) {
            throw new IllegalArgumentException("the year has no four digits");
        }
        return epochDay;
    }

    private static StringBuilder digits(StringBuilder target, int number, int highest) {
        for (int unit = highest; unit > 0; unit /= 10) {
            target.append((char) ('0' + number / unit % 10));
        }
        return target;
    }
}
