package vn.takedown.report.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import vn.takedown.model.cohort.Period;
import vn.takedown.report.Language;

/**
 * Numbers, times and dates as they are written in a language. The signs are laid down here and not
 * taken from the Java installation, so that every machine writes the same bytes. Everything is
 * rounded half up, and only here.
 */
public final class Formats {

    private static final double HOUR = 3_600_000;
    private static final double DAY = 24 * HOUR;
    private static final double HOURS_UP_TO = 48 * HOUR;
    private static final double MINUTES_UP_TO = HOUR;

    private final Messages messages;
    private final Language language;
    private final DecimalFormatSymbols symbols;

    public Formats(Language language, Messages messages) {
        this.language = language;
        this.messages = messages;
        this.symbols = new DecimalFormatSymbols(Locale.ROOT);
        boolean vietnamese = language == Language.VI;
        symbols.setGroupingSeparator(vietnamese ? '.' : ',');
        symbols.setDecimalSeparator(vietnamese ? ',' : '.');
        symbols.setMinusSign('−');
    }

    public String count(long value) {
        return new DecimalFormat("#,##0", symbols).format(value);
    }

    /**
     * A percentage with one decimal.
     *
     * @param value from 0 to 1, or a difference of such
     */
    public String share(double value) {
        return decimal(value * 100, 1) + "\u00a0%";
    }

    /** The same without the sign, for the ends of an interval. */
    public String percent(double value) {
        return decimal(value * 100, 1);
    }

    /** Minutes below an hour, hours up to 48, days beyond, with one decimal. */
    public String time(long millis) {
        if (millis != 0 && millis < MINUTES_UP_TO) {
            return decimal(millis / 60_000.0, 1) + "\u00a0" + messages.get("unit.minutes");
        }
        if (millis <= HOURS_UP_TO) {
            return decimal(millis / HOUR, 1) + "\u00a0" + messages.get("unit.hours");
        }
        return decimal(millis / DAY, 1) + "\u00a0" + messages.get("unit.days");
    }

    private String decimal(double value, int places) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP);
        String pattern = "#,##0." + "0".repeat(places);
        // A negative zero would look like a loss.
        return new DecimalFormat(pattern, symbols)
                .format(rounded.signum() == 0 ? BigDecimal.ZERO : rounded);
    }

    /** Date and time of day in Vietnam. */
    public String moment(long millis) {
        ZonedDateTime at = Instant.ofEpochMilli(millis).atZone(Period.ZONE);
        String time = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).format(at);
        return messages.get("format.moment", time, date(at.toLocalDate()));
    }

    /** The date in Vietnam. */
    public String date(long millis) {
        return date(Instant.ofEpochMilli(millis).atZone(Period.ZONE).toLocalDate());
    }

    private String date(LocalDate date) {
        return language == Language.VI
                ? DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT).format(date)
                : date.getDayOfMonth()
                        + " "
                        + messages.get("month." + date.getMonthValue())
                        + " "
                        + date.getYear();
    }
}
