package vn.takedown.compliance.rollup;

import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;
import vn.takedown.model.cohort.Period;

/** Sends each change to the cohorts of its day, month, quarter and year. */
public final class AddressCohorts implements FlatMapFunction<CohortChange, CohortUpdate> {

    public static final String UID = "address-cohorts";

    private static final long serialVersionUID = 1L;

    @Override
    public void flatMap(CohortChange change, Collector<CohortUpdate> output) {
        for (Period period : Period.values()) {
            String start = period.startOf(change.issuedAt());
            output.collect(new CohortUpdate(period, start, change.providerId(), change));
            output.collect(new CohortUpdate(period, start, CohortUpdate.ALL, change));
        }
    }
}
