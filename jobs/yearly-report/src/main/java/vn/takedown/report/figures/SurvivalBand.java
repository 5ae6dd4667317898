package vn.takedown.report.figures;

import org.apache.commons.statistics.distribution.NormalDistribution;
import vn.takedown.model.cohort.CountedValues;
import vn.takedown.model.cohort.KaplanMeier;
import vn.takedown.model.cohort.SurvivalSteps;

/**
 * The product-limit estimate with its pointwise 95 % confidence limits: Greenwood's variance on the
 * log(−log) scale, which keeps the limits between 0 and 1 (Kalbfleisch and Prentice, The
 * Statistical Analysis of Failure Time Data).
 */
public final class SurvivalBand {

    private static final double Z = NormalDistribution.of(0, 1).inverseCumulativeProbability(0.975);

    private final CountedValues events;
    private final CountedValues censored;

    SurvivalBand(CountedValues events, CountedValues censored) {
        this.events = events;
        this.censored = censored;
    }

    /**
     * The estimate at one time.
     *
     * @param millis time since the clock's start
     * @param atRisk still followed just before it
     * @param surviving the share still up, from 0 to 1
     * @param low lower confidence limit; equal to the estimate where it has no variance
     * @param high upper confidence limit
     */
    public record Point(long millis, long atRisk, double surviving, double low, double high) {}

    /**
     * A quantile with its limits, in milliseconds.
     *
     * @param value null when not reached
     * @param low null when not reached
     * @param high null when not reached
     */
    public record Quantile(Long value, Long low, Long high) {}

    /** The estimate at each of these ascending times. */
    public Point[] at(long... times) {
        Point[] points = new Point[times.length];
        SurvivalSteps steps = new SurvivalSteps(events, censored);
        double surviving = 1;
        double variance = 0;
        boolean more = steps.next();
        for (int i = 0; i < times.length; i++) {
            while (more && steps.time() <= times[i]) {
                surviving = steps.surviving();
                variance += term(steps);
                more = steps.next();
            }
            long atRisk =
                    events.size()
                            + censored.size()
                            - events.atMost(times[i] - 1)
                            - censored.atMost(times[i] - 1);
            points[i] =
                    new Point(
                            times[i],
                            atRisk,
                            surviving,
                            limit(surviving, variance, Z),
                            limit(surviving, variance, -Z));
        }
        return points;
    }

    /**
     * The time by which the given percentage is gone. Its limits are the times at which the band's
     * limits reach the same level (Brookmeyer and Crowley, Biometrics 38, 1982).
     */
    public Quantile quantile(int percent) {
        double level = 1 - percent / 100.0 + KaplanMeier.ROUNDING;
        Long low = null;
        Long high = null;
        SurvivalSteps steps = new SurvivalSteps(events, censored);
        double variance = 0;
        while (high == null && steps.next()) {
            variance += term(steps);
            double surviving = steps.surviving();
            if (low == null && limit(surviving, variance, Z) <= level) {
                low = steps.time();
            }
            if (limit(surviving, variance, -Z) <= level) {
                high = steps.time();
            }
        }
        return new Quantile(KaplanMeier.quantile(events, censored, percent / 100.0), low, high);
    }

    /** ∫ S from 0 to a bound, in milliseconds: the mean time up within the bound. */
    public double restrictedMean(long bound) {
        SurvivalSteps steps = new SurvivalSteps(events, censored);
        double area = 0;
        double surviving = 1;
        long since = 0;
        while (steps.next() && steps.time() < bound) {
            area += surviving * (steps.time() - since);
            since = steps.time();
            surviving = steps.surviving();
        }
        return area + surviving * (bound - since);
    }

    /** What a step adds to Greenwood's sum. */
    private static double term(SurvivalSteps steps) {
        double left = (double) steps.atRisk() - steps.events();
        return left == 0 ? 0 : steps.events() / (steps.atRisk() * left);
    }

    /**
     * @param z positive for the lower limit
     */
    private static double limit(double surviving, double variance, double z) {
        if (surviving <= 0 || surviving >= 1) {
            return surviving;
        }
        double logarithm = Math.log(surviving);
        return Math.pow(surviving, Math.exp(z * Math.sqrt(variance) / -logarithm));
    }
}
