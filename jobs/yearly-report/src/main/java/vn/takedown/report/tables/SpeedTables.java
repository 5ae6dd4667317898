package vn.takedown.report.tables;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.takedown.report.figures.CohortFigures;
import vn.takedown.report.figures.Dimension;
import vn.takedown.report.figures.SurvivalBand;
import vn.takedown.report.table.Cell;
import vn.takedown.report.table.Column;
import vn.takedown.report.table.Table;

/** How fast content goes away: section 7. */
final class SpeedTables {

    private static final Dimension[] GROUPS = {
        Dimension.JURISDICTION, Dimension.PROVIDER_TYPE, Dimension.CATEGORY, Dimension.ACTION
    };
    private static final int[] CURVE_HOURS = {
        0, 1, 2, 3, 6, 9, 12, 18, 24, 36, 48, 60, 72, 96, 120, 168, 240, 336, 504, 672
    };
    private static final Duration RESTRICTED = Duration.ofHours(168);

    private SpeedTables() {}

    static Table speed(YearCells year) {
        Table.Builder table =
                Table.of(
                        "removal-speed",
                        2,
                        Column.code("dimension"),
                        Column.code("group"),
                        Column.count("eligible"),
                        Column.count("removed"),
                        Column.shareInterval("removed_share"),
                        Column.timeInterval("removal_median"),
                        Column.timeInterval("removal_p90"),
                        Column.timeInterval("removal_p95"),
                        Column.time("removed_only_median"),
                        Column.time("removed_only_mean"));
        year.forEach(
                (group, cells) -> {
                    List<Cell> row = new ArrayList<>(group);
                    row.add(cells.count("eligible"));
                    row.add(cells.count("removed"));
                    row.add(cells.shareInterval("removed", "eligible"));
                    row.add(cells.survivalQuantile(50));
                    row.add(cells.survivalQuantile(90));
                    row.add(cells.survivalQuantile(95));
                    row.add(cells.removedMedian());
                    row.add(cells.removedMean());
                    table.row(false, row);
                },
                GROUPS);
        return table.build();
    }

    static Table within(YearCells year) {
        Map<String, CohortCells> groups = new LinkedHashMap<>();
        groups.put("all", year.all());
        groups.put("domestic", year.by(Dimension.JURISDICTION).get("DOMESTIC"));
        groups.put("cross_border", year.by(Dimension.JURISDICTION).get("CROSS_BORDER"));
        List<Column> columns = new ArrayList<>(List.of(Column.code("bound")));
        groups.keySet()
                .forEach(
                        name -> {
                            columns.add(Column.count("removed_" + name));
                            columns.add(Column.shareInterval("share_" + name));
                        });
        Table.Builder table = Table.of("removal-within", 1, columns.toArray(Column[]::new));
        for (String bound : List.of("1h", "3h", "6h", "24h", "48h", "7d", "14d", "28d")) {
            List<Cell> row = new ArrayList<>(List.of(new Cell.Code("bound", bound)));
            for (CohortCells cells : groups.values()) {
                if (cells == null) {
                    row.add(Cell.Missing.NOT_APPLICABLE);
                    row.add(Cell.Missing.NOT_APPLICABLE);
                } else {
                    row.add(cells.count("within_" + bound));
                    row.add(cells.shareInterval("within_" + bound, "eligible"));
                }
            }
            table.row(false, row);
        }
        List<Cell> total = new ArrayList<>(List.of(new Cell.Code("bound", "eligible")));
        for (CohortCells cells : groups.values()) {
            total.add(cells == null ? Cell.Missing.NOT_APPLICABLE : cells.count("eligible"));
            total.add(Cell.Missing.NOT_APPLICABLE);
        }
        return table.row(true, total).build();
    }

    static Table withinByGroup(YearCells year) {
        Table.Builder table =
                Table.of(
                        "removal-within-by-group",
                        2,
                        Column.code("dimension"),
                        Column.code("group"),
                        Column.count("eligible"),
                        Column.count("within_24h"),
                        Column.share("within_24h_share"),
                        Column.count("within_48h"),
                        Column.share("within_48h_share"),
                        Column.count("within_7d"),
                        Column.share("within_7d_share"),
                        Column.count("within_28d"),
                        Column.share("within_28d_share"));
        year.forEach(
                (group, cells) -> {
                    List<Cell> row = new ArrayList<>(group);
                    row.add(cells.count("eligible"));
                    for (String bound : List.of("24h", "48h", "7d", "28d")) {
                        row.add(cells.count("within_" + bound));
                        row.add(cells.share("within_" + bound, "eligible"));
                    }
                    table.row(false, row);
                },
                GROUPS);
        return table.build();
    }

    static Table compliance(YearCells year) {
        Table.Builder table =
                Table.of(
                        "compliance-by-group",
                        2,
                        Column.code("dimension"),
                        Column.code("group"),
                        Column.count("due"),
                        Column.count("on_time"),
                        Column.count("indeterminate"),
                        Column.shareInterval("compliance_low"),
                        Column.shareInterval("compliance_high"));
        year.forEach(
                (group, cells) -> {
                    List<Cell> row = new ArrayList<>(group);
                    row.add(cells.count("due"));
                    row.add(cells.count("on_time"));
                    row.add(cells.count("indeterminate"));
                    row.add(cells.shareInterval("on_time", "due"));
                    row.add(cells.shareInterval("on_time_or_indeterminate", "due"));
                    table.row(false, row);
                },
                Dimension.JURISDICTION,
                Dimension.PROVIDER_TYPE,
                Dimension.CATEGORY,
                Dimension.ACTION,
                Dimension.URGENCY);
        return table.build();
    }

    /** The Kaplan–Meier estimate at fixed times, until nobody is followed any longer. */
    static Table curve(YearCells year) {
        Table.Builder table =
                Table.of(
                        "removal-curve",
                        2,
                        Column.code("group"),
                        Column.time("time"),
                        Column.count("at_risk"),
                        Column.shareInterval("still_up"));
        addCurve(table, year, "all", "ALL", "total", year.figures().all());
        for (String name : List.of("DOMESTIC", "CROSS_BORDER")) {
            CohortFigures cohort = year.figures().by(Dimension.JURISDICTION).get(name);
            if (cohort != null) {
                addCurve(
                        table,
                        year,
                        Dimension.JURISDICTION + "/" + name,
                        name,
                        Dimension.JURISDICTION.toString(),
                        cohort);
            }
        }
        return table.build();
    }

    private static void addCurve(
            Table.Builder table,
            YearCells year,
            String key,
            String group,
            String catalogue,
            CohortFigures cohort) {
        long[] times = new long[CURVE_HOURS.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = Duration.ofHours(CURVE_HOURS[i]).toMillis();
        }
        Cell.Count before = null;
        for (SurvivalBand.Point point : cohort.survival().at(times)) {
            if (point.atRisk() == 0) {
                return;
            }
            Cell.Count atRisk =
                    year.counts().of(key + ":at_risk_" + point.millis(), point.atRisk());
            if (before != null) {
                String left = key + ":left_until_" + point.millis();
                year.counts().of(left, before.value() - atRisk.value());
                year.counts().sum(before.id(), List.of(atRisk.id(), left));
            }
            before = atRisk;
            table.row(
                    new Cell.Code(catalogue, group),
                    new Cell.Time(point.millis(), null, null, new Cell.Count("axis", 0)),
                    atRisk,
                    new Cell.Estimate(point.surviving(), point.low(), point.high(), atRisk));
        }
    }

    /** The restricted mean, the only mean that open cases do not bias. */
    static Cell restrictedMean(YearCells year) {
        CohortFigures all = year.figures().all();
        return new Cell.Time(
                Math.round(all.survival().restrictedMean(RESTRICTED.toMillis())),
                null,
                null,
                year.all().count("eligible"));
    }

    static Table claims(YearCells year) {
        Table.Builder table =
                Table.of(
                        "claimed-and-verified",
                        2,
                        Column.code("dimension"),
                        Column.code("group"),
                        Column.count("eligible"),
                        Column.count("eligible_claimed"),
                        Column.share("claimed_share"),
                        Column.count("removed"),
                        Column.share("removed_share"),
                        Column.share("claim_inflation"),
                        Column.count("claimed"),
                        Column.count("false_claims"),
                        Column.share("false_claim_share"));
        year.forEach(
                (group, cells) -> {
                    List<Cell> row = new ArrayList<>(group);
                    row.add(cells.count("eligible"));
                    row.add(cells.count("eligible_claimed"));
                    row.add(cells.share("eligible_claimed", "eligible"));
                    row.add(cells.count("removed"));
                    row.add(cells.share("removed", "eligible"));
                    row.add(cells.claimInflation());
                    row.add(cells.count("claimed"));
                    row.add(cells.count("false_claims"));
                    row.add(cells.share("false_claims", "claimed"));
                    table.row(false, row);
                },
                Dimension.JURISDICTION,
                Dimension.PROVIDER_TYPE);
        return table.build();
    }
}
