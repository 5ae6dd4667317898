package vn.takedown.report.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.takedown.report.figures.Dimension;
import vn.takedown.report.figures.PolicyUse;
import vn.takedown.report.figures.ProviderInfo;
import vn.takedown.report.table.Cell;
import vn.takedown.report.table.Column;
import vn.takedown.report.table.Table;

/** Clocks, scope, intake and orders: sections 3 to 6. */
final class OrderTables {

    private OrderTables() {}

    static Table policies(YearCells year) {
        Table.Builder table =
                Table.of(
                        "policies",
                        2,
                        Column.text("policy_id"),
                        Column.text("policy_version"),
                        Column.text("legal_basis"),
                        Column.time("time_allowed"),
                        Column.count("items"));
        List<String> parts = new ArrayList<>();
        for (PolicyUse policy : year.figures().policies()) {
            if (policy.cases() == 0) {
                continue;
            }
            String id = "policy/" + policy.policyId() + '|' + policy.version() + ":issued";
            parts.add(id);
            Cell.Count items = year.counts().of(id, policy.cases());
            table.row(
                    new Cell.Text(policy.policyId()),
                    new Cell.Text(Long.toString(policy.version())),
                    policy.legalBases().isEmpty()
                            ? Cell.Missing.UNKNOWN
                            : new Cell.Text(String.join("; ", policy.legalBases())),
                    policy.duration() == null
                            ? Cell.Missing.UNKNOWN
                            // The law says it, no case does: it rests on nothing withheld.
                            : new Cell.Time(
                                    policy.duration(), null, null, new Cell.Count("law", 0)),
                    items);
        }
        year.counts().sum("all:issued", parts);
        return table.build();
    }

    static Table scope(YearCells year) {
        SortedMap<String, SortedMap<String, Long>> providers = new TreeMap<>();
        for (ProviderInfo info : year.figures().providers().values()) {
            providers
                    .computeIfAbsent(info.type(), type -> new TreeMap<>())
                    .merge(info.jurisdiction(), 1L, Long::sum);
        }
        Table.Builder table =
                Table.of(
                        "scope-by-type",
                        1,
                        Column.code("provider_type"),
                        Column.count("providers"),
                        Column.count("providers_domestic"),
                        Column.count("providers_cross_border"),
                        Column.count("items"));
        providers.forEach(
                (type, byJurisdiction) -> {
                    CohortCells cells = year.by(Dimension.PROVIDER_TYPE).get(type);
                    table.row(
                            new Cell.Code("PROVIDER_TYPE", type),
                            number(byJurisdiction.values().stream().mapToLong(n -> n).sum()),
                            number(byJurisdiction.getOrDefault("DOMESTIC", 0L)),
                            number(byJurisdiction.getOrDefault("CROSS_BORDER", 0L)),
                            cells == null ? Cell.Missing.UNKNOWN : cells.count("issued"));
                });
        table.row(
                true,
                List.of(
                        YearCells.TOTAL,
                        number(year.figures().providers().size()),
                        number(jurisdiction(year, "DOMESTIC")),
                        number(jurisdiction(year, "CROSS_BORDER")),
                        year.all().count("issued")));
        return table.build();
    }

    private static long jurisdiction(YearCells year, String name) {
        return year.figures().providers().values().stream()
                .filter(info -> info.jurisdiction().equals(name))
                .count();
    }

    /** Numbers of companies are public knowledge: nothing about a person follows from them. */
    static Cell number(long value) {
        return new Cell.Text(Long.toString(value));
    }

    static Table intake(YearCells year, String id, Dimension dimension, String column) {
        Table.Builder table =
                Table.of(
                        id,
                        1,
                        Column.code(column),
                        Column.count("items"),
                        Column.share("share_of_items"));
        year.by(dimension)
                .forEach(
                        (name, cells) ->
                                table.row(
                                        YearCells.groupCell(dimension, name),
                                        cells.count("issued"),
                                        ofAll(cells, year)));
        table.row(
                true,
                List.of(
                        YearCells.TOTAL,
                        year.all().count("issued"),
                        year.all().share("issued", "issued")));
        return table.build();
    }

    private static Cell ofAll(CohortCells cells, YearCells year) {
        return new Cell.Share(cells.count("issued"), year.all().count("issued"), null, null);
    }

    static Table orders(YearCells year, String id, Dimension dimension, String column) {
        Table.Builder table =
                Table.of(
                        id,
                        1,
                        dimension == Dimension.AUTHORITY || dimension == Dimension.LEGAL_BASIS
                                ? Column.text(column)
                                : Column.code(column),
                        Column.count("orders"),
                        Column.count("items"),
                        Column.count("acknowledged"),
                        Column.time("acknowledgement_median"),
                        Column.count("excluded"),
                        Column.timeInterval("removal_median"));
        year.by(dimension)
                .forEach(
                        (name, cells) ->
                                table.row(
                                        false,
                                        orderCells(YearCells.groupCell(dimension, name), cells)));
        table.row(true, orderCells(YearCells.TOTAL, year.all()));
        return table.build();
    }

    private static List<Cell> orderCells(Cell group, CohortCells cells) {
        return List.of(
                group,
                cells.orders(),
                cells.count("issued"),
                cells.count("acknowledged"),
                cells.acknowledgementMedian(),
                cells.count("excluded"),
                cells.survivalQuantile(50));
    }

    static Table exclusions(YearCells year) {
        Table.Builder table =
                Table.of(
                        "exclusions",
                        1,
                        Column.code("exclusion_reason"),
                        Column.count("items"),
                        Column.share("share_of_items"));
        Map<String, String> reasons =
                new TreeMap<>(
                        Map.of(
                                "ALREADY_DOWN", "excluded_already_down",
                                "UNDELIVERABLE", "excluded_undeliverable",
                                "WITHDRAWN", "excluded_withdrawn",
                                "HELD", "excluded_held",
                                "MOOT", "excluded_moot"));
        reasons.forEach(
                (reason, measure) ->
                        table.row(
                                new Cell.Code("exclusion_reason", reason),
                                year.all().count(measure),
                                year.all().share(measure, "issued")));
        table.row(
                true,
                List.of(
                        YearCells.TOTAL,
                        year.all().count("excluded"),
                        year.all().share("excluded", "issued")));
        return table.build();
    }

    static Table verdicts(YearCells year) {
        Table.Builder table =
                Table.of(
                        "verdicts",
                        1,
                        Column.code("verdict"),
                        Column.count("items"),
                        Column.share("share_of_eligible"));
        for (String verdict :
                List.of(
                        "ON_TIME",
                        "BREACH",
                        "INDETERMINATE",
                        "OVERDUE",
                        "UNOBSERVED",
                        "UNCONFIRMED",
                        "PENDING")) {
            String measure = verdict.toLowerCase(Locale.ROOT);
            table.row(
                    new Cell.Code("verdict", verdict),
                    year.all().count(measure),
                    year.all().share(measure, "eligible"));
        }
        table.row(
                true,
                List.of(
                        YearCells.TOTAL,
                        year.all().count("eligible"),
                        year.all().share("eligible", "eligible")));
        return table.build();
    }
}
