package vn.takedown.model.alerting;

import java.util.List;

/**
 * A pair of windows over which the burn rate is watched, as with service level objectives: the long
 * one says that it matters, the short one that it still goes on. A burn rate of 1 uses up exactly
 * what the target allows to be late; at a target of 95 % the highest is 20.
 */
public enum BurnWindow {
    /**
     * A quarter of the cases late for a day is about a sixth of what four weeks allow, half of them
     * over a third. Deadlines are hours to a day long, so a shorter long window would see the cases
     * of one morning only.
     */
    ONE_DAY(
            "burn-1d",
            24,
            6,
            List.of(new Level(1, 5, Severity.WARNING), new Level(2, 10, Severity.CRITICAL))),

    /** Slower: every seventh case late for three days is a third of what four weeks allow. */
    THREE_DAYS("burn-3d", 72, 24, List.of(new Level(1, 3, Severity.WARNING)));

    /**
     * What is reached at a burn rate.
     *
     * @param factor of the burn rate
     */
    record Level(int level, int factor, Severity severity) {}

    /** All their lengths in hours, ascending. */
    static final int[] HOURS = {6, 24, 72};

    private final String subject;
    private final int longHours;
    private final int shortHours;
    private final List<Level> levels;

    BurnWindow(String subject, int longHours, int shortHours, List<Level> levels) {
        this.subject = subject;
        this.longHours = longHours;
        this.shortHours = shortHours;
        this.levels = levels;
    }

    /** Whether the subject of an alert is one of these windows, and not a policy. */
    public static boolean isOne(String subject) {
        for (BurnWindow window : values()) {
            if (window.subject.equals(subject)) {
                return true;
            }
        }
        return false;
    }

    /** The subject of its alert (contract section 6, item 17). */
    public String subject() {
        return subject;
    }

    int longHours() {
        return longHours;
    }

    int shortHours() {
        return shortHours;
    }

    /** Ascending. */
    List<Level> levels() {
        return levels;
    }
}
