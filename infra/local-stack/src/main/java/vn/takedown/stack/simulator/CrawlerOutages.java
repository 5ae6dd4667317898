package vn.takedown.stack.simulator;

import java.time.Duration;

/**
 * When the monitor itself is blind: now and then all of it for hours, more often one vantage. Drawn
 * per day from the seed, so that nothing has to be remembered.
 */
final class CrawlerOutages {

    private static final double ALL_PER_DAY = 0.10;
    private static final double ONE_VANTAGE_PER_DAY = 0.25;
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final long seed;
    private final Duration longest = Duration.ofHours(9);

    private long drawnDay = Long.MIN_VALUE;
    private boolean allOut;
    private boolean oneOut;
    private int vantage;
    private long from;
    private long to;

    CrawlerOutages(long seed) {
        this.seed = seed;
    }

    boolean blind(long millis) {
        draw(Math.floorDiv(millis, DAY));
        return allOut && from <= millis && millis < to;
    }

    /**
     * @param index of the crawler's vantage points
     */
    boolean blind(int index, long millis) {
        draw(Math.floorDiv(millis, DAY));
        return oneOut && vantage == index && from <= millis && millis < to;
    }

    /** An outage begins and ends on one UTC day. */
    private void draw(long day) {
        if (day == drawnDay) {
            return;
        }
        drawnDay = day;
        Dice dice = new Dice(seed * 1_000_003 + day).split();
        allOut = dice.chance(ALL_PER_DAY);
        oneOut = !allOut && dice.chance(ONE_VANTAGE_PER_DAY);
        vantage = dice.below(4);
        long length = dice.between(Duration.ofHours(1), longest);
        from = day * DAY + (long) (dice.uniform() * (DAY - length));
        to = from + length;
    }
}
