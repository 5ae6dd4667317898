package vn.takedown.model.cohort;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The calendar periods of cohorts, cut at midnight in Vietnam. */
public enum Period {
    DAY,
    MONTH,
    QUARTER,
    YEAR;

    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    /**
     * The first day of the period that holds an instant, as {@code YYYY-MM-DD} (contract section 6,
     * item 9).
     *
     * @param instant milliseconds since the epoch
     */
    public String startOf(long instant) {
        LocalDate day = Instant.ofEpochMilli(instant).atZone(ZONE).toLocalDate();
        LocalDate start =
                switch (this) {
                    case DAY -> day;
                    case MONTH -> day.withDayOfMonth(1);
                    case QUARTER ->
                            LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
                    case YEAR -> LocalDate.of(day.getYear(), 1, 1);
                };
        return start.toString();
    }
}
