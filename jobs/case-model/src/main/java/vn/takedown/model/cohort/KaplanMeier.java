package vn.takedown.model.cohort;

/**
 * The product-limit estimate of how long content stays up, open cases included (Kaplan and Meier,
 * Journal of the American Statistical Association 53, 1958). Events come before censorings at equal
 * times (contract section 6, item 19).
 */
public final class KaplanMeier {

    /** Absorbs the rounding of the product, far below what any real cohort can resolve. */
    public static final double ROUNDING = 1e-12;

    private KaplanMeier() {}

    /**
     * The first time at which at most the share {@code 1 − probability} is left, or null when that
     * is never reached.
     *
     * @param events removal times in milliseconds
     * @param censored the times, in milliseconds, up to which the others were followed
     */
    public static Long quantile(CountedValues events, CountedValues censored, double probability) {
        SurvivalSteps steps = new SurvivalSteps(events, censored);
        while (steps.next()) {
            if (steps.surviving() <= 1 - probability + ROUNDING) {
                return steps.time();
            }
        }
        return null;
    }
}
