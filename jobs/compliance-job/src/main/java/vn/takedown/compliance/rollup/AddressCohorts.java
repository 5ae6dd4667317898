package vn.takedown.compliance.rollup;

import java.time.Duration;
import java.util.Arrays;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;
import vn.takedown.model.cohort.Period;

/** Sends each change to the cohorts of its day, month, quarter and year. */
public final class AddressCohorts implements FlatMapFunction<CohortChange, CohortUpdate> {

    public static final String UID = "address-cohorts";

    private static final long serialVersionUID = 1L;
    private static final Period[] PERIODS = Period.values();
    private static final long HOUR = Duration.ofHours(1).toMillis();

    /** The starts of all periods for the hour of the case before: most come in that order. */
    private transient String[] starts;

    private transient long hour;

    @Override
    public void flatMap(CohortChange change, Collector<CohortUpdate> output) {
        long issuedIn = Math.floorDiv(change.issuedAt(), HOUR);
        if (starts == null || hour != issuedIn) {
            hour = issuedIn;
            starts =
                    Arrays.stream(PERIODS)
                            .map(period -> period.startOf(change.issuedAt()))
                            .toArray(String[]::new);
        }
        for (Period period : PERIODS) {
            String start = starts[period.ordinal()];
            output.collect(new CohortUpdate(period, start, change.providerId(), change));
            output.collect(new CohortUpdate(period, start, CohortUpdate.ALL, change));
        }
    }
}
