package vn.takedown.stack.simulator;

/** The contents last seen at one provider, from which repeats are drawn. Bounded. */
final class ContentHistory {

    private static final int REMEMBERED = 2000;

    private final long[] recent = new long[REMEMBERED];
    private long seen;

    /** The number of a content seen before at this provider, or of a new one. */
    long draw(Dice dice) {
        if (seen > 0 && dice.chance(PublishedFigures.C3P_2021_FLAGGED_BEFORE)) {
            return recent[dice.below((int) Math.min(seen, REMEMBERED))];
        }
        long number = seen++;
        recent[(int) (number % REMEMBERED)] = number;
        return number;
    }
}
