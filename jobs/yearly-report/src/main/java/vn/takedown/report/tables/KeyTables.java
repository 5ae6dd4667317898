package vn.takedown.report.tables;

import java.util.ArrayList;
import java.util.List;
import vn.takedown.report.figures.Dimension;
import vn.takedown.report.figures.PeriodRow;
import vn.takedown.report.figures.YearFigures;
import vn.takedown.report.table.Cell;
import vn.takedown.report.table.Column;
import vn.takedown.report.table.Table;

/** The year at a glance, and against other years: sections 1 and 2. */
final class KeyTables {

    private KeyTables() {}

    static Table keyFigures(YearCells year) {
        CohortCells all = year.all();
        PeriodRow before = yearOf(year.figures(), year.figures().year() - 1);
        Table.Builder table =
                Table.of(
                        "key-figures",
                        1,
                        Column.code("figure"),
                        Column.mixed("value"),
                        Column.mixed("previous_year"));
        row(table, "orders", all.orders(), Cell.Missing.UNKNOWN);
        row(
                table,
                "orders_complete",
                year.counts().of("all:orders_complete", year.figures().ordersComplete()),
                Cell.Missing.UNKNOWN);
        row(table, "issued", all.count("issued"), count(year, before, "issued"));
        row(table, "eligible", all.count("eligible"), count(year, before, "eligible"));
        row(table, "removed", all.count("removed"), count(year, before, "removed"));
        row(
                table,
                "removed_share",
                all.shareInterval("removed", "eligible"),
                share(year, before, "removed", "eligible"));
        row(
                table,
                "ministry_style_share",
                all.shareInterval("removed", "issued"),
                share(year, before, "removed", "issued"));
        row(table, "due", all.count("due"), due(year, before));
        row(
                table,
                "compliance_low",
                all.shareInterval("on_time", "due"),
                share(year, before, "on_time", "due"));
        row(
                table,
                "compliance_high",
                all.shareInterval("on_time_or_indeterminate", "due"),
                share(year, before, "on_time_or_indeterminate", "due"));
        row(
                table,
                "within_24h_share",
                all.shareInterval("within_24h", "eligible"),
                share(year, before, "within_24h", "eligible"));
        row(table, "removal_median", all.survivalQuantile(50), time(year, before, "km_median_ms"));
        row(
                table,
                "removal_median_earliest",
                all.quantile(year.figures().earliest(), 50),
                Cell.Missing.UNKNOWN);
        row(table, "removal_p90", all.survivalQuantile(90), time(year, before, "km_p90_ms"));
        row(table, "restricted_mean", SpeedTables.restrictedMean(year), Cell.Missing.UNKNOWN);
        row(
                table,
                "acknowledged_share",
                all.shareInterval("acknowledged", "issued"),
                share(year, before, "acknowledged", "issued"));
        row(table, "false_claims", all.count("false_claims"), count(year, before, "false_claims"));
        row(table, "still_up", all.count("still_up"), Cell.Missing.UNKNOWN);
        row(table, "reinstated", all.count("reinstated"), count(year, before, "reinstated"));
        row(
                table,
                "recidivism_strict",
                all.count("recidivism_strict"),
                count(year, before, "recidivism_strict"));
        row(
                table,
                "recidivism_loose",
                all.count("recidivism_loose"),
                count(year, before, "recidivism_loose"));
        return table.build();
    }

    private static void row(Table.Builder table, String figure, Cell value, Cell before) {
        table.row(new Cell.Code("figure", figure), value, before);
    }

    private static PeriodRow yearOf(YearFigures figures, int year) {
        return figures.years().stream()
                .filter(row -> row.year() == year && row.providerId().equals(PeriodRow.ALL))
                .findFirst()
                .orElse(null);
    }

    private static Cell count(YearCells year, PeriodRow row, String field) {
        return row == null ? Cell.Missing.UNKNOWN : known(year, row, field);
    }

    private static Cell.Count known(YearCells year, PeriodRow row, String field) {
        return year.counts().of("year/" + row.year() + ':' + field, number(row, field));
    }

    private static long number(PeriodRow row, String field) {
        return switch (field) {
            case "due" ->
                    row.count("on_time")
                            + row.count("breach")
                            + row.count("indeterminate")
                            + row.count("overdue")
                            + row.count("unobserved")
                            + row.count("unconfirmed");
            case "on_time_or_indeterminate" -> row.count("on_time") + row.count("indeterminate");
            default -> row.count(field);
        };
    }

    private static Cell due(YearCells year, PeriodRow row) {
        return row == null ? Cell.Missing.UNKNOWN : known(year, row, "due");
    }

    private static Cell share(YearCells year, PeriodRow row, String part, String whole) {
        if (row == null) {
            return Cell.Missing.UNKNOWN;
        }
        Cell.Count of = known(year, row, whole);
        return of.value() == 0
                ? Cell.Missing.NOT_APPLICABLE
                : CohortCells.withInterval(known(year, row, part), of);
    }

    private static Cell time(YearCells year, PeriodRow row, String field) {
        if (row == null) {
            return Cell.Missing.UNKNOWN;
        }
        Long millis = row.millis(field);
        if (millis != null) {
            return new Cell.Time(millis, null, null, known(year, row, "removed"));
        }
        return row.count("eligible") == 0 ? Cell.Missing.NOT_APPLICABLE : Cell.Missing.NOT_REACHED;
    }

    /** Each year that the job has written up to this one; this one from the cases. */
    static Table years(YearCells year) {
        Table.Builder table =
                Table.of(
                        "trend-years",
                        1,
                        Column.text("year"),
                        Column.count("items"),
                        Column.count("eligible"),
                        Column.count("due"),
                        Column.share("compliance_low"),
                        Column.share("compliance_high"),
                        Column.count("within_24h"),
                        Column.share("within_24h_share"),
                        Column.time("removal_median"),
                        Column.count("recidivism_strict"),
                        Column.count("recidivism_loose"));
        for (PeriodRow row : year.figures().years()) {
            if (row.providerId().equals(PeriodRow.ALL) && row.year() < year.figures().year()) {
                table.row(
                        new Cell.Text(Integer.toString(row.year())),
                        known(year, row, "issued"),
                        known(year, row, "eligible"),
                        known(year, row, "due"),
                        plain(share(year, row, "on_time", "due")),
                        plain(share(year, row, "on_time_or_indeterminate", "due")),
                        known(year, row, "within_24h"),
                        plain(share(year, row, "within_24h", "eligible")),
                        time(year, row, "km_median_ms"),
                        known(year, row, "recidivism_strict"),
                        known(year, row, "recidivism_loose"));
            }
        }
        CohortCells all = year.all();
        return table.row(
                        new Cell.Text(Integer.toString(year.figures().year())),
                        all.count("issued"),
                        all.count("eligible"),
                        all.count("due"),
                        all.share("on_time", "due"),
                        all.share("on_time_or_indeterminate", "due"),
                        all.count("within_24h"),
                        all.share("within_24h", "eligible"),
                        plain(all.survivalQuantile(50)),
                        all.count("recidivism_strict"),
                        all.count("recidivism_loose"))
                .build();
    }

    private static Cell plain(Cell cell) {
        if (cell instanceof Cell.Share share) {
            return new Cell.Share(share.part(), share.whole(), null, null);
        }
        if (cell instanceof Cell.Time time) {
            return new Cell.Time(time.millis(), null, null, time.basis());
        }
        return cell;
    }

    static Table months(YearCells year) {
        Table.Builder table =
                Table.of(
                        "trend-months",
                        1,
                        Column.text("month"),
                        Column.count("items"),
                        Column.count("due"),
                        Column.share("compliance_low"),
                        Column.share("compliance_high"),
                        Column.timeInterval("removal_median"));
        year.by(Dimension.MONTH)
                .forEach(
                        (name, cells) ->
                                table.row(
                                        false,
                                        month(YearCells.groupCell(Dimension.MONTH, name), cells)));
        return table.row(true, month(YearCells.TOTAL, year.all())).build();
    }

    private static List<Cell> month(Cell name, CohortCells cells) {
        return new ArrayList<>(
                List.of(
                        name,
                        cells.count("issued"),
                        cells.count("due"),
                        cells.share("on_time", "due"),
                        cells.share("on_time_or_indeterminate", "due"),
                        cells.survivalQuantile(50)));
    }
}
