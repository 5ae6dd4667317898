package vn.takedown.report;

import java.util.ArrayList;
import java.util.List;

/**
 * The product-limit estimate, worked out step by step from the definitions, as slow as it is plain.
 *
 * @param subjects in any order
 */
record PlainSurvival(List<Subject> subjects) {

    /** 97.5 % of a normal distribution lie below it. */
    static final double Z = 1.959963984540054;

    private static final double ROUNDING = 1e-9;

    /**
     * @param time milliseconds followed
     * @param removed false when it was still up then
     */
    record Subject(long time, boolean removed) {}

    /** After a step: the share still up, and Greenwood's sum up to here. */
    private record Step(long time, double left, double variance) {

        double limit(double z) {
            if (left <= 0 || left >= 1) {
                return left;
            }
            return Math.pow(left, Math.exp(z * Math.sqrt(variance) / -Math.log(left)));
        }
    }

    long followedUpTo(long time) {
        return subjects.stream().filter(subject -> subject.time() >= time).count();
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        double left = 1;
        double variance = 0;
        for (long time :
                subjects.stream()
                        .filter(Subject::removed)
                        .map(Subject::time)
                        .distinct()
                        .sorted()
                        .toList()) {
            double atRisk = followedUpTo(time);
            double gone =
                    subjects.stream()
                            .filter(subject -> subject.removed() && subject.time() == time)
                            .count();
            left *= 1 - gone / atRisk;
            variance += gone == atRisk ? 0 : gone / (atRisk * (atRisk - gone));
            steps.add(new Step(time, left, variance));
        }
        return steps;
    }

    /** The estimate with its lower and upper limit. */
    List<Double> at(long time) {
        Step last = new Step(0, 1, 0);
        for (Step step : steps()) {
            if (step.time() <= time) {
                last = step;
            }
        }
        return List.of(last.left(), last.limit(Z), last.limit(-Z));
    }

    /** Value, lower and upper end; as the annex writes them. */
    List<String> quantile(int percent) {
        double level = 1 - percent / 100.0 + ROUNDING;
        Long value = null;
        Long low = null;
        Long high = null;
        for (Step step : steps()) {
            Long time = step.time();
            value = value == null && step.left() <= level ? time : value;
            low = low == null && step.limit(Z) <= level ? time : low;
            high = high == null && step.limit(-Z) <= level ? time : high;
        }
        return value == null
                ? List.of("NOT_REACHED", "", "")
                : List.of(
                        Long.toString(value),
                        Long.toString(low),
                        high == null ? "NOT_REACHED" : Long.toString(high));
    }

    /** The area under the curve up to a bound, millisecond step by millisecond step. */
    long restrictedMean(long bound) {
        double area = 0;
        double left = 1;
        long since = 0;
        for (Step step : steps()) {
            if (step.time() < bound) {
                area += left * (step.time() - since);
                since = step.time();
                left = step.left();
            }
        }
        return Math.round(area + left * (bound - since));
    }
}
