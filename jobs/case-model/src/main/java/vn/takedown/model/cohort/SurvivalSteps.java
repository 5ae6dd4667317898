package vn.takedown.model.cohort;

/**
 * The steps of the product-limit estimate, one for each distinct time of an event, in ascending
 * order. Events come before censorings at equal times (contract section 6, item 19).
 */
public final class SurvivalSteps {

    private final CountedValues events;
    private final CountedValues censored;
    private long nextAtRisk;
    private long atRisk;
    private double surviving = 1;
    private int nextCensored;
    private int step = -1;

    /**
     * @param events removal times in milliseconds
     * @param censored the times, in milliseconds, up to which the others were followed
     */
    public SurvivalSteps(CountedValues events, CountedValues censored) {
        this.events = events;
        this.censored = censored;
        this.nextAtRisk = events.size() + censored.size();
    }

    /** Goes to the first or next step; false when there is none. */
    public boolean next() {
        if (step + 1 >= events.distinct()) {
            return false;
        }
        step++;
        while (nextCensored < censored.distinct()
                && censored.value(nextCensored) < events.value(step)) {
            nextAtRisk -= censored.count(nextCensored++);
        }
        atRisk = nextAtRisk;
        surviving *= (double) (atRisk - events.count(step)) / atRisk;
        nextAtRisk -= events.count(step);
        return true;
    }

    /** Milliseconds. */
    public long time() {
        return events.value(step);
    }

    /** How many were followed up to this time without an event before it. */
    public long atRisk() {
        return atRisk;
    }

    /** Events at this time, at least one. */
    public long events() {
        return events.count(step);
    }

    /** The share still up after this time, from 0 to 1. */
    public double surviving() {
        return surviving;
    }
}
