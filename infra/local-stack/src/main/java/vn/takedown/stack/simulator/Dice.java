package vn.takedown.stack.simulator;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** Seeded random draws. StrictMath, so that a seed gives the same bytes on every machine. */
final class Dice {

    private final SplittableRandom random;

    Dice(long seed) {
        this(new SplittableRandom(seed));
    }

    private Dice(SplittableRandom random) {
        this.random = random;
    }

    /** Independent dice, so that the draws of one life do not move those of another. */
    Dice split() {
        return new Dice(random.split());
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    double uniform() {
        return random.nextDouble();
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Uniform milliseconds between the two, both included. */
    long between(Duration least, Duration most) {
        return random.nextLong(least.toMillis(), most.toMillis() + 1);
    }

    /** Milliseconds whose logarithm is normal. */
    long lognormal(double medianMillis, double sigma) {
        return StrictMath.round(medianMillis * StrictMath.exp(sigma * random.nextGaussian()));
    }

    /** Milliseconds until the next event of a Poisson process. */
    double exponential(double meanMillis) {
        return -meanMillis * StrictMath.log(1 - random.nextDouble());
    }

    /** 1, 2, 3 … with the given mean. */
    int geometric(double mean) {
        if (mean <= 1) {
            return 1;
        }
        double stay = StrictMath.log(1 - 1 / mean);
        return 1 + (int) (StrictMath.log(1 - random.nextDouble()) / stay);
    }

    <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** The index of one of the weights, each as likely as it is heavy. */
    int weighted(double[] weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double left = random.nextDouble() * total;
        for (int i = 0; i < weights.length - 1; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }
}
