package vn.takedown.report.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.takedown.report.figures.Dimension;
import vn.takedown.report.figures.ProviderInfo;
import vn.takedown.report.table.Cell;
import vn.takedown.report.table.Column;
import vn.takedown.report.table.Table;

/** Provider by provider: sections 8 and 9, and who breaches again and again. */
final class ProviderTables {

    private ProviderTables() {}

    static Table compliance(YearCells year) {
        Table.Builder table =
                Table.of(
                        "providers",
                        1,
                        Column.text("provider_id"),
                        Column.text("provider"),
                        Column.code("provider_type"),
                        Column.code("jurisdiction"),
                        Column.count("items"),
                        Column.count("delivered"),
                        Column.count("due"),
                        Column.count("on_time"),
                        Column.count("indeterminate"),
                        Column.count("breach"),
                        Column.shareInterval("compliance_low"),
                        Column.shareInterval("compliance_high"));
        year.by(Dimension.PROVIDER)
                .forEach(
                        (id, cells) -> {
                            List<Cell> row = names(year, id);
                            row.addAll(compliance(cells));
                            table.row(false, row);
                        });
        List<Cell> total =
                new ArrayList<>(
                        List.of(
                                new Cell.Text("_all"),
                                YearCells.TOTAL,
                                Cell.Missing.NOT_APPLICABLE,
                                Cell.Missing.NOT_APPLICABLE));
        total.addAll(compliance(year.all()));
        return table.row(true, total).build();
    }

    private static List<Cell> compliance(CohortCells cells) {
        return List.of(
                cells.count("issued"),
                cells.count("delivered"),
                cells.count("due"),
                cells.count("on_time"),
                cells.count("indeterminate"),
                cells.count("breach"),
                cells.shareInterval("on_time", "due"),
                cells.shareInterval("on_time_or_indeterminate", "due"));
    }

    private static List<Cell> names(YearCells year, String id) {
        ProviderInfo info = year.figures().providers().get(id);
        return new ArrayList<>(
                List.of(
                        new Cell.Text(id),
                        new Cell.Text(info.name()),
                        new Cell.Code("PROVIDER_TYPE", info.type()),
                        new Cell.Code("JURISDICTION", info.jurisdiction())));
    }

    static Table speed(YearCells year) {
        Table.Builder table =
                Table.of(
                        "providers-speed",
                        1,
                        Column.text("provider_id"),
                        Column.text("provider"),
                        Column.count("eligible"),
                        Column.count("removed"),
                        Column.timeInterval("removal_median"),
                        Column.timeInterval("removal_p90"),
                        Column.count("still_up"),
                        Column.count("overdue_week"),
                        Column.time("acknowledgement_median"));
        year.by(Dimension.PROVIDER)
                .forEach((id, cells) -> table.row(false, speed(id, name(year, id), cells)));
        return table.row(true, speed("_all", YearCells.TOTAL, year.all())).build();
    }

    private static List<Cell> speed(String id, Cell name, CohortCells cells) {
        return List.of(
                new Cell.Text(id),
                name,
                cells.count("eligible"),
                cells.count("removed"),
                cells.survivalQuantile(50),
                cells.survivalQuantile(90),
                cells.count("still_up"),
                cells.count("overdue_week"),
                cells.acknowledgementMedian());
    }

    private static Cell name(YearCells year, String id) {
        return new Cell.Text(year.figures().providers().get(id).name());
    }

    static Table conduct(YearCells year) {
        Table.Builder table =
                Table.of(
                        "providers-conduct",
                        1,
                        Column.text("provider_id"),
                        Column.text("provider"),
                        Column.share("claim_inflation"),
                        Column.count("false_claims"),
                        Column.count("recidivism_strict"),
                        Column.count("recidivism_loose"),
                        Column.text("strike_level"),
                        Column.count("reinstated"),
                        Column.share("reinstated_30_share"));
        year.by(Dimension.PROVIDER)
                .forEach(
                        (id, cells) ->
                                table.row(
                                        false,
                                        conduct(id, name(year, id), strikes(year, id), cells)));
        return table.row(
                        true,
                        conduct("_all", YearCells.TOTAL, Cell.Missing.NOT_APPLICABLE, year.all()))
                .build();
    }

    private static Cell strikes(YearCells year, String id) {
        if (year.figures().alerts().isEmpty()) {
            return Cell.Missing.UNKNOWN;
        }
        return new Cell.Text(year.figures().strikes().getOrDefault(id, "0"));
    }

    private static List<Cell> conduct(String id, Cell name, Cell strikes, CohortCells cells) {
        return List.of(
                new Cell.Text(id),
                name,
                cells.claimInflation(),
                cells.count("false_claims"),
                cells.count("recidivism_strict"),
                cells.count("recidivism_loose"),
                strikes,
                cells.count("reinstated"),
                cells.share("reinstated_30", "confirmed_down_30"));
    }

    static Table blocking(YearCells year) {
        Table.Builder table =
                Table.of(
                        "blocking",
                        1,
                        Column.text("provider_id"),
                        Column.text("provider"),
                        Column.count("items"),
                        Column.count("excluded_moot"),
                        Column.count("due"),
                        Column.count("on_time"),
                        Column.count("unobserved"),
                        Column.shareInterval("compliance_low"),
                        Column.shareInterval("compliance_high"),
                        Column.count("blocked"),
                        Column.timeInterval("blocking_median"));
        year.blocking()
                .forEach((id, cells) -> table.row(false, blocking(id, name(year, id), cells)));
        CohortCells all = year.by(Dimension.ACTION).get("BLOCK");
        if (all != null) {
            table.row(true, blocking("_all", YearCells.TOTAL, all));
        }
        return table.build();
    }

    private static List<Cell> blocking(String id, Cell name, CohortCells cells) {
        return List.of(
                new Cell.Text(id),
                name,
                cells.count("issued"),
                cells.count("excluded_moot"),
                cells.count("due"),
                cells.count("on_time"),
                cells.count("unobserved"),
                cells.shareInterval("on_time", "due"),
                cells.shareInterval("on_time_or_indeterminate", "due"),
                cells.count("removed"),
                cells.survivalQuantile(50));
    }

    /** How many providers reached which level of repeated breach. */
    static Table strikes(YearCells year) {
        SortedMap<String, Long> levels = new TreeMap<>();
        year.figures().strikes().values().forEach(level -> levels.merge(level, 1L, Long::sum));
        Table.Builder table =
                Table.of("strikes", 1, Column.text("strike_level"), Column.count("providers"));
        levels.forEach(
                (level, providers) ->
                        table.row(new Cell.Text(level), OrderTables.number(providers)));
        return table.build();
    }
}
