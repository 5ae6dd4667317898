package vn.takedown.report.figures;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;

/** Wilson's interval for a proportion, at 95 %. */
public final class Proportion {

    private static final double ERROR_RATE = 0.05;

    private Proportion() {}

    /**
     * @param whole more than zero
     */
    public static Interval interval(long part, long whole) {
        return BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(
                Math.toIntExact(whole), Math.toIntExact(part), ERROR_RATE);
    }
}
