package vn.takedown.report.source;

/**
 * How well a provider was watched in the hours in which cases of it waited to be looked at.
 *
 * @param hours with such cases
 * @param blindHours of these, without any case observed
 * @param weakHours of these, with less than {@link #GOOD_COVERAGE} of the cases observed
 * @param caseHours the open cases of all hours added up
 * @param observedCaseHours of these, observed in their hour
 */
public record WatchedHours(
        long hours, long blindHours, long weakHours, long caseHours, long observedCaseHours) {

    public static final double GOOD_COVERAGE = 0.95;
    public static final WatchedHours NONE = new WatchedHours(0, 0, 0, 0, 0);

    /**
     * One hour.
     *
     * @param open more than zero
     */
    public static WatchedHours hour(long open, long observed) {
        return new WatchedHours(
                1,
                observed == 0 ? 1 : 0,
                (double) observed / open < GOOD_COVERAGE ? 1 : 0,
                open,
                observed);
    }

    public WatchedHours plus(WatchedHours other) {
        return new WatchedHours(
                hours + other.hours,
                blindHours + other.blindHours,
                weakHours + other.weakHours,
                caseHours + other.caseHours,
                observedCaseHours + other.observedCaseHours);
    }

    /** The share of all open case-hours that was observed; null when there was none. */
    public Double coverage() {
        return caseHours == 0 ? null : (double) observedCaseHours / caseHours;
    }
}
