package vn.takedown.stack.simulator;

import java.util.List;

/**
 * Times to act of a family: every component is lognormal with the common spread {@code sigma} and
 * its own shift of the common {@code mu}. Removal times of abuse sites are known to be lognormal.
 *
 * @param mu of the logarithm of milliseconds
 * @param sigma of the logarithm
 */
record LognormalMixture(double mu, double sigma) {

    private static final double[] NORMAL_TAIL = {
        1.330274429, -1.821255978, 1.781477937, -0.356563782, 0.319381530
    };

    /**
     * @param weight relative to the other components
     * @param shift of the logarithm
     * @param acted share of the component that acts at all
     */
    record Component(double weight, double shift, double acted) {}

    /**
     * The common parameters with which the components together pass through both points.
     *
     * @throws IllegalArgumentException when no spread between 0.05 and 5 does
     */
    static LognormalMixture through(
            List<Component> components,
            ProviderFamily.SharePoint earlier,
            ProviderFamily.SharePoint later) {
        double low = 0.05;
        double high = 5;
        for (int step = 0; step < 80; step++) {
            double sigma = (low + high) / 2;
            LognormalMixture candidate = through(components, earlier, sigma);
            if (candidate.share(components, later.within().toMillis()) > later.share()) {
                low = sigma;
            } else {
                high = sigma;
            }
        }
        LognormalMixture fitted = through(components, earlier, (low + high) / 2);
        if (Math.abs(fitted.share(components, later.within().toMillis()) - later.share()) > 1e-4
                || Math.abs(fitted.share(components, earlier.within().toMillis()) - earlier.share())
                        > 1e-4) {
            throw new IllegalArgumentException("no lognormal mixture passes through both points");
        }
        return fitted;
    }

    private static LognormalMixture through(
            List<Component> components, ProviderFamily.SharePoint point, double sigma) {
        double low = 0;
        double high = 40;
        for (int step = 0; step < 80; step++) {
            double mu = (low + high) / 2;
            if (new LognormalMixture(mu, sigma).share(components, point.within().toMillis())
                    > point.share()) {
                low = mu;
            } else {
                high = mu;
            }
        }
        return new LognormalMixture((low + high) / 2, sigma);
    }

    /** The share of all items of the components that is acted on within {@code millis}. */
    double share(List<Component> components, double millis) {
        double acted = 0;
        double all = 0;
        for (Component component : components) {
            double z = (StrictMath.log(millis) - mu - component.shift()) / sigma;
            acted += component.weight() * component.acted() * standardNormal(z);
            all += component.weight();
        }
        return acted / all;
    }

    /** Abramowitz and Stegun 26.2.17; the error is below 7.5e-8. */
    private static double standardNormal(double z) {
        double t = 1 / (1 + 0.2316419 * StrictMath.abs(z));
        double polynomial = 0;
        for (double coefficient : NORMAL_TAIL) {
            polynomial = (polynomial + coefficient) * t;
        }
        double tail = StrictMath.exp(-z * z / 2) / StrictMath.sqrt(2 * StrictMath.PI) * polynomial;
        return z >= 0 ? 1 - tail : tail;
    }
}
