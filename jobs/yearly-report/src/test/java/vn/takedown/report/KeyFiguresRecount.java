package vn.takedown.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import vn.takedown.model.oracle.OracleCase;

/** The year at a glance, beside the year before as the job has kept it. */
record KeyFiguresRecount(Recount all, Recount before) {

    private static final List<String> UNKNOWN = List.of("UNKNOWN", "", "");

    List<Map<String, String>> rows() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        Map<String, List<String>> previous = new LinkedHashMap<>();
        Map<String, Function<Recount, List<String>>> both = new LinkedHashMap<>();
        both.put("issued", of("items"));
        for (String count :
                List.of(
                        "eligible",
                        "removed",
                        "due",
                        "false_claims",
                        "reinstated",
                        "recidivism_strict",
                        "recidivism_loose")) {
            both.put(count, of(count));
        }
        share(both, "removed_share", Recount::removed, Recount::eligible);
        share(both, "ministry_style_share", Recount::removed, item -> true);
        share(both, "compliance_low", Recount::onTime, Recount::due);
        share(both, "compliance_high", Recount::notLate, Recount::due);
        share(both, "within_24h_share", c -> Recount.within(c, 24), Recount::eligible);
        share(both, "acknowledged_share", ColumnRecounts.has("acknowledged_at"), item -> true);
        both.forEach(
                (figure, counting) -> {
                    values.put(figure, counting.apply(all));
                    previous.put(
                            figure, before.cases().isEmpty() ? UNKNOWN : counting.apply(before));
                });
        values.put("orders", List.of(all.orders(), "", ""));
        values.put("orders_complete", List.of(completeOrders(), "", ""));
        values.put("still_up", List.of(all.count(Recount::stillUp), "", ""));
        values.put("removal_median", all.survival(50));
        values.put("removal_p90", all.survival(90, 20));
        values.put(
                "removal_median_earliest",
                all.number(Recount::eligible) == 0
                        ? List.of("NOT_APPLICABLE", "", "")
                        : all.survival("ttr_low_ms").quantile(50));
        values.put(
                "restricted_mean",
                List.of(
                        Long.toString(all.survival().restrictedMean(168 * OracleInput.HOUR)),
                        "",
                        ""));
        previous.put("removal_median", quantileBefore(50));
        previous.put("removal_p90", quantileBefore(90));
        List<Map<String, String>> rows = new ArrayList<>();
        values.forEach(
                (figure, value) -> {
                    List<String> earlier = previous.getOrDefault(figure, UNKNOWN);
                    rows.add(
                            SingleTables.row(
                                    "figure", figure,
                                    "value", value.get(0),
                                    "value_low", value.get(1),
                                    "value_high", value.get(2),
                                    "previous_year", earlier.get(0),
                                    "previous_year_low", earlier.get(1),
                                    "previous_year_high", earlier.get(2)));
                });
        return rows;
    }

    /** The job keeps no limits. */
    private List<String> quantileBefore(int percent) {
        return before.cases().isEmpty()
                ? UNKNOWN
                : List.of(before.survival(percent).get(0), "", "");
    }

    /** An order is done when no item of it is left open. */
    private String completeOrders() {
        return Long.toString(
                GroupedTables.groups(all, item -> (String) item.get("request_id")).values().stream()
                        .filter(
                                order ->
                                        order.number(Recount::eligible)
                                                == order.number(Recount::removed))
                        .count());
    }

    private static Function<Recount, List<String>> of(String column) {
        return recount -> List.of(ColumnRecounts.of(column, recount), "", "");
    }

    private static void share(
            Map<String, Function<Recount, List<String>>> figures,
            String figure,
            Predicate<OracleCase> part,
            Predicate<OracleCase> whole) {
        figures.put(figure, recount -> recount.share(part, whole));
    }
}
