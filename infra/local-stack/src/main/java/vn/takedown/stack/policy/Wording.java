package vn.takedown.stack.policy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.takedown.model.cohort.Period;
import vn.takedown.model.reference.Criterion;

/** How instants, durations and criteria are written for a person. */
final class Wording {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter VIETNAM =
            DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm:ss.SSS", Locale.ENGLISH)
                    .withZone(Period.ZONE);

    private Wording() {}

    /** As in events. */
    static String utc(long instant) {
        return UTC.format(Instant.ofEpochMilli(instant));
    }

    /** As in events, and as a clock on a wall in Vietnam shows it. */
    static String both(long instant) {
        return utc(instant)
                + " ("
                + VIETNAM.format(Instant.ofEpochMilli(instant))
                + " in "
                + Period.ZONE
                + ")";
    }

    /**
     * In hours and below, as the law counts; whole days from three on.
     *
     * @param duration null gives an empty text
     */
    static String duration(Duration duration) {
        if (duration == null) {
            return "";
        }
        boolean inDays =
                duration.toDays() >= 3 && duration.equals(duration.truncatedTo(ChronoUnit.DAYS));
        if (inDays) {
            return duration.toDays() + " d";
        }
        List<String> parts = new ArrayList<>();
        addPart(parts, duration.toHours(), "h");
        addPart(parts, duration.toMinutesPart(), "min");
        addPart(parts, duration.toSecondsPart(), "s");
        addPart(parts, duration.toMillisPart(), "ms");
        return parts.isEmpty() ? "0 s" : String.join(" ", parts);
    }

    private static void addPart(List<String> parts, long number, String unit) {
        if (number > 0) {
            parts.add(number + " " + unit);
        }
    }

    static String criterion(Criterion criterion) {
        return criterion.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /**
     * @param until null when it has no end
     */
    static String interval(long from, Long until) {
        return "from " + utc(from) + (until == null ? " on" : " to " + utc(until));
    }
}
