package vn.takedown.model.coverage;

/** Gives the tallies of one provider. */
@FunctionalInterface
public interface CoverageCounter {

    /** The tally of the hour in which the instant, in milliseconds since the epoch, lies. */
    HourTally at(long instant);

    /** One for those who do not ask for coverage. */
    static CoverageCounter none() {
        HourTally ignored = new HourTally(0);
        return instant -> ignored;
    }
}
