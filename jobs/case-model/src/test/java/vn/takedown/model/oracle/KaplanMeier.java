package vn.takedown.model.oracle;

import java.math.BigInteger;
import java.util.List;
import java.util.TreeSet;

/** The product-limit estimate in exact fractions (contract section 6, item 19). */
final class KaplanMeier {

    /**
     * One case.
     *
     * @param time milliseconds on its own clock
     * @param removed true for an event, false for a censoring
     */
    record Subject(long time, boolean removed) {}

    private KaplanMeier() {}

    // "Q(p) is the first t with S(t) ≤ 1 − p."
    /**
     * @return null when S never falls that low
     */
    static Long quantile(List<Subject> subjects, int percent) {
        TreeSet<Long> eventTimes = new TreeSet<>();
        for (Subject subject : subjects) {
            if (subject.removed()) {
                eventTimes.add(subject.time());
            }
        }
        BigInteger numerator = BigInteger.ONE;
        BigInteger denominator = BigInteger.ONE;
        for (long time : eventTimes) {
            // "events before censorings at equal times": who is censored at this time is still at
            // risk.
            long atRisk = subjects.stream().filter(subject -> subject.time() >= time).count();
            long removed =
                    subjects.stream()
                            .filter(subject -> subject.time() == time && subject.removed())
                            .count();
            numerator = numerator.multiply(BigInteger.valueOf(atRisk - removed));
            denominator = denominator.multiply(BigInteger.valueOf(atRisk));
            BigInteger left = numerator.multiply(BigInteger.valueOf(100));
            BigInteger right = denominator.multiply(BigInteger.valueOf(100 - percent));
            if (left.compareTo(right) <= 0) {
                return time;
            }
        }
        return null;
    }
}
