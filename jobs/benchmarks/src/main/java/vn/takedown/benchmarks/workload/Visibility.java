package vn.takedown.benchmarks.workload;

import java.util.SplittableRandom;

/**
 * Whether each target is up when it is looked at. The chances give about five changes in a hundred
 * observations over the first hours: starts of down runs, their confirmations, content that comes
 * back, and urgent cases seen up after their deadline.
 */
final class Visibility {

    private static final long SEED = 830;
    private static final double GOES_DOWN = 0.022;
    private static final double FLAPS = 0.10;
    private static final double COMES_BACK = 0.03;

    /** Looks that confirm a down run, and one more. */
    private static final int CONFIRMED = 4;

    private final Workload.Mix mix;
    private final SplittableRandom random = new SplittableRandom(SEED);

    /** For each target the looks since it went down, 0 while it is up. */
    private final byte[] down;

    Visibility(int targets, Workload.Mix mix) {
        this.mix = mix;
        this.down = new byte[targets];
    }

    boolean look(int target) {
        if (mix != Workload.Mix.USUAL) {
            return mix == Workload.Mix.ALL_UP;
        }
        if (random.nextDouble() < chance(down[target])) {
            down[target] = (byte) (down[target] == 0 ? 1 : 0);
        } else if (down[target] != 0) {
            down[target] = (byte) Math.min(CONFIRMED, down[target] + 1);
        }
        return down[target] == 0;
    }

    private static double chance(int down) {
        if (down == 0) {
            return GOES_DOWN;
        }
        return down < CONFIRMED ? FLAPS : COMES_BACK;
    }
}
