package vn.takedown.stack.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When requests are sent: office hours of working days in Vietnam, little at night. */
final class IntakeRhythm {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final double[] BY_HOUR = {
        0.20, 0.15, 0.10, 0.10, 0.10, 0.20, 0.40, 0.90, 1.70, 2.10, 2.00, 1.50,
        0.70, 1.30, 2.00, 2.10, 1.80, 1.20, 0.80, 0.80, 0.90, 0.80, 0.50, 0.30
    };
    private static final double[] FROM_MONDAY = {1.25, 1.20, 1.15, 1.15, 1.10, 0.65, 0.50};

    private final double meanWaitAtPeak;
    private final double meanByHour = mean(BY_HOUR);
    private final double meanByWeekday = mean(FROM_MONDAY);
    private final double peak = max(BY_HOUR) / meanByHour * max(FROM_MONDAY) / meanByWeekday;

    /**
     * @param perDay arrivals in 24 hours on average over a week
     */
    IntakeRhythm(double perDay) {
        this.meanWaitAtPeak = Duration.ofDays(1).toMillis() / perDay / peak;
    }

    /** The next arrival after {@code millis}: a Poisson process at the peak's rate, thinned. */
    long next(long millis, Dice dice) {
        long at = millis;
        do {
            at += Math.max(1, StrictMath.round(dice.exponential(meanWaitAtPeak)));
        } while (!dice.chance(weight(at) / peak));
        return at;
    }

    private double weight(long millis) {
        ZonedDateTime there = Instant.ofEpochMilli(millis).atZone(VIETNAM);
        return BY_HOUR[there.getHour()]
                / meanByHour
                * FROM_MONDAY[there.getDayOfWeek().getValue() - 1]
                / meanByWeekday;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double max(double[] values) {
        double greatest = values[0];
        for (double value : values) {
            greatest = Math.max(greatest, value);
        }
        return greatest;
    }
}
