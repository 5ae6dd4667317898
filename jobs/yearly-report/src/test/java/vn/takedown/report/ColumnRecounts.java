package vn.takedown.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import vn.takedown.model.oracle.OracleCase;

/** What each column of a table of groups says, counted case by case. */
final class ColumnRecounts {

    private static final Map<String, Function<Recount, String>> COLUMNS = new HashMap<>();

    private ColumnRecounts() {}

    static {
        COLUMNS.put("items", Recount::items);
        COLUMNS.put("orders", Recount::orders);
        count("eligible", Recount::eligible);
        count("excluded", item -> !Recount.eligible(item));
        count("due", Recount::due);
        count("on_time", verdict("ON_TIME"));
        count("breach", verdict("BREACH"));
        count("indeterminate", verdict("INDETERMINATE"));
        count("unobserved", verdict("UNOBSERVED"));
        count("removed", Recount::removed);
        count("blocked", Recount::removed);
        count("acknowledged", has("acknowledged_at"));
        count("delivered", has("delivered_at"));
        count("claimed", has("claimed_at"));
        count("eligible_claimed", has("claimed_at").and(Recount::eligible));
        count("false_claims", item -> (boolean) item.get("false_claim"));
        count("reinstated", item -> (long) item.get("reinstatements") > 0);
        count("recidivism_strict", recidivism("STRICT"));
        count("recidivism_loose", recidivism("LOOSE"));
        count("with_content_key", has("content_key"));
        count("excluded_withdrawn", item -> "WITHDRAWN".equals(item.get("exclusion_reason")));
        count("excluded_moot", item -> "MOOT".equals(item.get("exclusion_reason")));
        count("still_up", Recount::stillUp);
        COLUMNS.put(
                "overdue_week", all -> all.count(item -> Recount.overdueAWeek(item, all.cutOff())));
        COLUMNS.put(
                "confirmed_down_30",
                all -> all.count(item -> Recount.downFor30Days(item, all.cutOff())));
        COLUMNS.put(
                "reinstated_30",
                all -> all.count(item -> Recount.backWithin30Days(item, all.cutOff())));
        share("removed_share", Recount::removed, Recount::eligible);
        share("compliance_low", Recount::onTime, Recount::due);
        share("compliance_high", Recount::notLate, Recount::due);
        share("claimed_share", has("claimed_at").and(Recount::eligible), Recount::eligible);
        share("false_claim_share", item -> (boolean) item.get("false_claim"), has("claimed_at"));
        share("recidivism_share", recidivism("STRICT").or(recidivism("LOOSE")), has("content_key"));
        triple(
                "reinstated_30_share",
                "",
                all ->
                        all.share(
                                item -> Recount.backWithin30Days(item, all.cutOff()),
                                item -> Recount.downFor30Days(item, all.cutOff())));
        Map.of("24h", 24, "48h", 48, "7d", 168, "28d", 672)
                .forEach(
                        (bound, hours) -> {
                            count("within_" + bound, item -> Recount.within(item, hours));
                            share(
                                    "within_" + bound + "_share",
                                    item -> Recount.within(item, hours),
                                    Recount::eligible);
                        });
        COLUMNS.put("claim_inflation", Recount::claimInflation);
        triple("removal_median", "_ms", all -> all.survival(50));
        triple("blocking_median", "_ms", all -> all.survival(50));
        triple("removal_p90", "_ms", all -> all.survival(90, 20));
        triple("removal_p95", "_ms", all -> all.survival(95, 40));
        COLUMNS.put("acknowledgement_median_ms", all -> all.median("tta_ms", item -> true));
        COLUMNS.put("removed_only_median_ms", all -> all.median("ttr_high_ms", Recount::removed));
        COLUMNS.put("removed_only_mean_ms", Recount::removedMean);
    }

    /**
     * @throws IllegalArgumentException when nobody has said how to count this column
     */
    static String of(String column, Recount recount) {
        Function<Recount, String> counting = COLUMNS.get(column);
        if (counting == null) {
            throw new IllegalArgumentException("no recomputation of the column " + column);
        }
        return counting.apply(recount);
    }

    static Predicate<OracleCase> verdict(String verdict) {
        return item -> item.get("verdict").equals(verdict);
    }

    private static Predicate<OracleCase> recidivism(String level) {
        return item -> item.get("recidivism").equals(level);
    }

    static Predicate<OracleCase> has(String field) {
        return item -> item.get(field) != null;
    }

    private static void count(String column, Predicate<OracleCase> wanted) {
        COLUMNS.put(column, all -> all.count(wanted));
    }

    private static void share(
            String column, Predicate<OracleCase> part, Predicate<OracleCase> whole) {
        triple(column, "", all -> all.share(part, whole));
    }

    private static void triple(
            String column, String unit, Function<Recount, List<String>> figures) {
        COLUMNS.put(column + unit, all -> figures.apply(all).get(0));
        COLUMNS.put(column + "_low" + unit, all -> figures.apply(all).get(1));
        COLUMNS.put(column + "_high" + unit, all -> figures.apply(all).get(2));
    }
}
