package vn.takedown.report.tables;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.interval.Interval;
import vn.takedown.model.cohort.PeriodFigures;
import vn.takedown.report.figures.CohortFigures;
import vn.takedown.report.figures.Proportion;
import vn.takedown.report.figures.SurvivalBand;
import vn.takedown.report.table.Cell;
import vn.takedown.report.table.Counts;

/** The figures of one group as cells. */
final class CohortCells {

    /** Below these numbers of eligible cases a high quantile says nothing (domain practice). */
    private static final int ENOUGH_FOR_P90 = 20;

    private static final int ENOUGH_FOR_P95 = 40;

    private final String key;
    private final CohortFigures figures;
    private final Counts counts;
    private final boolean enough;

    /**
     * @param key names the group in the ids of its counts
     * @param enough whether there are enough cases for rates and quantiles
     */
    CohortCells(String key, CohortFigures figures, Counts counts, boolean enough) {
        this.key = key;
        this.figures = figures;
        this.counts = counts;
        this.enough = enough;
        additive(figures).forEach((measure, value) -> counts.of(key + ':' + measure, value));
    }

    /** The counts of a group that add up over the groups of a dimension, by name. */
    static Map<String, Long> additive(CohortFigures figures) {
        PeriodFigures period = figures.period();
        Map<String, Long> measures = new LinkedHashMap<>();
        measures.put("issued", period.issued());
        measures.put("eligible", period.eligible());
        measures.put("excluded", period.excluded());
        measures.put("excluded_already_down", period.excludedAlreadyDown());
        measures.put("excluded_undeliverable", period.excludedUndeliverable());
        measures.put("excluded_withdrawn", period.excludedWithdrawn());
        measures.put("excluded_held", period.excludedHeld());
        measures.put("excluded_moot", period.excludedMoot());
        measures.put("due", figures.due());
        measures.put("pending", period.pending());
        measures.put("on_time", period.onTime());
        measures.put("breach", period.breach());
        measures.put("indeterminate", period.indeterminate());
        measures.put("overdue", period.overdue());
        measures.put("unobserved", period.unobserved());
        measures.put("unconfirmed", period.unconfirmed());
        measures.put("on_time_or_indeterminate", period.onTime() + period.indeterminate());
        measures.put("removed", period.removed());
        measures.put("within_1h", period.within1h());
        measures.put("within_3h", period.within3h());
        measures.put("within_6h", period.within6h());
        measures.put("within_24h", period.within24h());
        measures.put("within_48h", period.within48h());
        measures.put("within_7d", period.within7d());
        measures.put("within_14d", period.within14d());
        measures.put("within_28d", period.within28d());
        measures.put("from_1h_to_3h", period.within3h() - period.within1h());
        measures.put("from_3h_to_6h", period.within6h() - period.within3h());
        measures.put("from_6h_to_24h", period.within24h() - period.within6h());
        measures.put("from_24h_to_48h", period.within48h() - period.within24h());
        measures.put("from_48h_to_7d", period.within7d() - period.within48h());
        measures.put("from_7d_to_14d", period.within14d() - period.within7d());
        measures.put("from_14d_to_28d", period.within28d() - period.within14d());
        measures.put("removed_after_28d", period.removed() - period.within28d());
        measures.put("acknowledged", period.acknowledged());
        measures.put("claimed", period.claimed());
        measures.put("false_claims", period.falseClaims());
        measures.put("reinstated", period.reinstated());
        measures.put("recidivism_strict", period.recidivismStrict());
        measures.put("recidivism_loose", period.recidivismLoose());
        measures.put("recidivism_any", period.recidivismStrict() + period.recidivismLoose());
        measures.put("delivered", figures.delivered());
        measures.put("eligible_claimed", figures.eligibleClaimed());
        measures.put("still_up", figures.stillUp());
        measures.put("overdue_week", figures.overdueWeek());
        measures.put("with_content_key", figures.withContentKey());
        measures.put("restated", figures.restated());
        measures.put("confirmed_down_30", figures.confirmedDown30());
        measures.put("reinstated_30", figures.reinstated30());
        return measures;
    }

    /** States how the counts of this group add up among themselves. */
    void stateSums() {
        sum("issued", "eligible", "excluded");
        sum(
                "excluded",
                "excluded_already_down",
                "excluded_undeliverable",
                "excluded_withdrawn",
                "excluded_held",
                "excluded_moot");
        sum("eligible", "due", "pending");
        sum("due", "on_time", "breach", "indeterminate", "overdue", "unobserved", "unconfirmed");
        sum("on_time_or_indeterminate", "on_time", "indeterminate");
        sum("within_3h", "within_1h", "from_1h_to_3h");
        sum("within_6h", "within_3h", "from_3h_to_6h");
        sum("within_24h", "within_6h", "from_6h_to_24h");
        sum("within_48h", "within_24h", "from_24h_to_48h");
        sum("within_7d", "within_48h", "from_48h_to_7d");
        sum("within_14d", "within_7d", "from_7d_to_14d");
        sum("within_28d", "within_14d", "from_14d_to_28d");
        sum("removed", "within_28d", "removed_after_28d");
        sum("recidivism_any", "recidivism_strict", "recidivism_loose");
    }

    private void sum(String total, String... parts) {
        counts.sum(
                key + ':' + total, List.of(parts).stream().map(part -> key + ':' + part).toList());
    }

    Cell.Count count(String measure) {
        String id = key + ':' + measure;
        return new Cell.Count(id, counts.value(id));
    }

    /** Distinct requests; they do not add up over groups. */
    Cell.Count orders() {
        return counts.of(key + ":orders", figures.orders());
    }

    Cell share(String part, String whole) {
        return share(count(part), count(whole), false);
    }

    Cell shareInterval(String part, String whole) {
        return share(count(part), count(whole), true);
    }

    private Cell share(Cell.Count part, Cell.Count whole, boolean interval) {
        if (whole.value() == 0) {
            return Cell.Missing.NOT_APPLICABLE;
        }
        if (!enough) {
            return Cell.Missing.TOO_FEW;
        }
        return interval ? withInterval(part, whole) : new Cell.Share(part, whole, null, null);
    }

    static Cell withInterval(Cell.Count part, Cell.Count whole) {
        Interval interval = Proportion.interval(part.value(), whole.value());
        return new Cell.Share(part, whole, interval.getLowerBound(), interval.getUpperBound());
    }

    /** How much more was claimed than removed in the end, as a share of the eligible. */
    Cell claimInflation() {
        Cell.Count eligible = count("eligible");
        if (eligible.value() == 0 || count("eligible_claimed").value() == 0) {
            return Cell.Missing.NOT_APPLICABLE;
        }
        if (!enough) {
            return Cell.Missing.TOO_FEW;
        }
        double difference =
                (double) (count("eligible_claimed").value() - count("removed").value())
                        / eligible.value();
        return new Cell.Estimate(difference, null, null, count("eligible_claimed"));
    }

    /** Of how long content stays up, open cases included. */
    Cell survivalQuantile(int percent) {
        return quantile(figures.survival(), percent);
    }

    /** The same of another estimate over the same cases. */
    Cell quantile(SurvivalBand survival, int percent) {
        Cell.Count eligible = count("eligible");
        if (eligible.value() == 0) {
            return Cell.Missing.NOT_APPLICABLE;
        }
        if (!enough || tooFewFor(percent, eligible.value())) {
            return Cell.Missing.TOO_FEW;
        }
        SurvivalBand.Quantile quantile = survival.quantile(percent);
        return quantile.value() == null
                ? Cell.Missing.NOT_REACHED
                : new Cell.Time(
                        quantile.value(), quantile.low(), quantile.high(), count("removed"));
    }

    private static boolean tooFewFor(int percent, long eligible) {
        return percent >= 95
                ? eligible < ENOUGH_FOR_P95
                : percent >= 90 && eligible < ENOUGH_FOR_P90;
    }

    /** Of the removed only: biased low while cases are open. */
    Cell removedMedian() {
        return time(figures.period().ttrP50(), count("removed"));
    }

    Cell removedMean() {
        return time(figures.removalMean(), count("removed"));
    }

    Cell acknowledgementMedian() {
        return time(figures.period().ttaP50(), count("acknowledged"));
    }

    /** A time over the removed, worked out elsewhere; null when there is none. */
    Cell removedTime(Long millis) {
        return time(millis, count("removed"));
    }

    private Cell time(Long millis, Cell.Count basis) {
        if (millis == null) {
            return Cell.Missing.NOT_APPLICABLE;
        }
        return enough ? new Cell.Time(millis, null, null, basis) : Cell.Missing.TOO_FEW;
    }
}
