package vn.takedown.model.alerting;

import java.io.Serializable;
import vn.takedown.model.standing.DueCount;

/**
 * What burn rates are measured by.
 *
 * @param targetPerMillion the share of due cases that must be on time, in millionths, so that it
 *     can be compared exactly; more than 0 and less than 1,000,000
 * @param minimumDue with fewer due cases a share says little: one case must not wake anybody
 */
public record BurnTerms(int targetPerMillion, int minimumDue) implements Serializable {

    private static final int MILLION = 1_000_000;

    /** 95 % on time, told from ten due cases on. */
    public static final BurnTerms DEFAULT = new BurnTerms(950_000, 10);

    /**
     * @throws IllegalArgumentException when the target leaves nothing to burn, or is none
     */
    public BurnTerms {
        if (targetPerMillion <= 0 || targetPerMillion >= MILLION) {
            throw new IllegalArgumentException("A target is more than 0 and less than 1.");
        }
    }

    /** Late cases against what the target allows; null when too few are due to tell. */
    public Double rate(DueCount count) {
        return count.due() == 0 || count.due() < minimumDue
                ? null
                : (Double)
                        ((double) (count.late() * MILLION)
                                / (count.due() * (MILLION - targetPerMillion)));
    }

    /** Whether enough are due to fire. */
    boolean enough(DueCount count) {
        return count.due() >= minimumDue;
    }

    /** A quarter fewer do to keep it, so that it does not flicker. */
    boolean enoughToHold(DueCount count) {
        return 4 * count.due() >= 3L * minimumDue;
    }

    /** Whether the burn rate is at least the factor, or all is late when that is less. */
    boolean burns(DueCount count, int factor) {
        return count.late() > 0 && count.late() * MILLION >= share(factor) * count.due();
    }

    /** A quarter less does to hold the level. */
    boolean holds(DueCount count, int factor) {
        return count.late() > 0 && 4 * count.late() * MILLION >= 3 * share(factor) * count.due();
    }

    /** The late share that a burn rate means, in millionths. */
    private long share(int factor) {
        return Math.min(MILLION, (long) factor * (MILLION - targetPerMillion));
    }
}
