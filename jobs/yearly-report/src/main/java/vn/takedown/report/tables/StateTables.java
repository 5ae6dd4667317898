package vn.takedown.report.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongBiFunction;
import vn.takedown.model.cases.LifecycleState;
import vn.takedown.report.figures.AgeBand;
import vn.takedown.report.figures.Backlog;
import vn.takedown.report.figures.Dimension;
import vn.takedown.report.figures.OverdueBand;
import vn.takedown.report.table.Cell;
import vn.takedown.report.table.Column;
import vn.takedown.report.table.Table;

/** What is open, what stayed up, what came back: sections 10 to 13. */
final class StateTables {

    private static final List<String> JURISDICTIONS =
            List.of("DOMESTIC", "CROSS_BORDER", Dimension.UNKNOWN);

    private StateTables() {}

    static Table backlog(YearCells year) {
        Backlog backlog = year.figures().backlog();
        return bands(
                year,
                new Bands<>("backlog-by-age", "age", "backlog", AgeBand.values(), backlog::open));
    }

    static Table overdue(YearCells year) {
        Backlog backlog = year.figures().backlog();
        Table table =
                bands(
                        year,
                        new Bands<>(
                                "backlog-overdue",
                                "overdue_by",
                                "overdue",
                                OverdueBand.values(),
                                backlog::overdue));
        stateRest(year, "");
        JURISDICTIONS.forEach(name -> stateRest(year, '/' + name));
        return table;
    }

    /** What is open is overdue or still in time. */
    private static void stateRest(YearCells year, String group) {
        long open = year.counts().value("backlog" + group);
        long overdue = year.counts().value("overdue" + group);
        year.counts().of("in_time" + group, open - overdue);
        year.counts().sum("backlog" + group, List.of("overdue" + group, "in_time" + group));
    }

    /** The age of the oldest open case, by jurisdiction. */
    static Table oldest(YearCells year) {
        Table.Builder table =
                Table.of(
                        "backlog-oldest",
                        1,
                        Column.code("jurisdiction"),
                        Column.count("open"),
                        Column.count("overdue"),
                        Column.time("oldest_age"));
        Long oldest = null;
        for (String name : JURISDICTIONS) {
            Long age = year.figures().backlog().oldest(name);
            if (age != null) {
                table.row(
                        false, oldest(year, new Cell.Code("JURISDICTION", name), '/' + name, age));
                oldest = oldest == null ? age : Math.max(oldest, age);
            }
        }
        return table.row(true, oldest(year, YearCells.TOTAL, "", oldest)).build();
    }

    private static List<Cell> oldest(YearCells year, Cell name, String group, Long age) {
        Cell.Count open =
                year.counts().of("backlog" + group, year.counts().value("backlog" + group));
        return List.of(
                name,
                open,
                year.counts().of("overdue" + group, year.counts().value("overdue" + group)),
                age == null ? Cell.Missing.NOT_APPLICABLE : new Cell.Time(age, null, null, open));
    }

    /**
     * Open cases by some kind of age and by jurisdiction.
     *
     * @param code of the first column
     * @param key of the counts
     * @param count by band and jurisdiction
     */
    private record Bands<B extends Enum<B>>(
            String id, String code, String key, B[] values, ToLongBiFunction<B, String> count) {}

    private static <B extends Enum<B>> Table bands(YearCells year, Bands<B> bands) {
        Table.Builder table =
                Table.of(
                        bands.id(),
                        1,
                        Column.code(bands.code()),
                        Column.count("open"),
                        Column.count("open_domestic"),
                        Column.count("open_cross_border"),
                        Column.count("open_unknown"));
        List<List<String>> ids = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        List<String> totals = new ArrayList<>();
        for (B band : bands.values()) {
            String whole = bands.key() + '/' + band;
            List<Cell> row = new ArrayList<>(List.of(new Cell.Code(bands.code(), band.name())));
            List<Cell.Count> parts = new ArrayList<>();
            for (int i = 0; i < JURISDICTIONS.size(); i++) {
                String name = JURISDICTIONS.get(i);
                String id = whole + '/' + name;
                parts.add(year.counts().of(id, bands.count().applyAsLong(band, name)));
                ids.get(i).add(id);
            }
            row.add(total(year, whole, parts));
            totals.add(whole);
            row.addAll(parts);
            table.row(false, row);
        }
        List<Cell.Count> sums = new ArrayList<>();
        for (int i = 0; i < JURISDICTIONS.size(); i++) {
            sums.add(total(year, bands.key() + '/' + JURISDICTIONS.get(i), ids.get(i)));
        }
        List<Cell> row = new ArrayList<>(List.of(YearCells.TOTAL));
        row.add(total(year, bands.key(), sums));
        year.counts().sum(bands.key(), totals);
        row.addAll(sums);
        return table.row(true, row).build();
    }

    private static Cell.Count total(YearCells year, String id, List<?> parts) {
        List<String> names =
                parts.stream()
                        .map(part -> part instanceof Cell.Count count ? count.id() : (String) part)
                        .toList();
        Cell.Count total =
                year.counts().of(id, names.stream().mapToLong(year.counts()::value).sum());
        year.counts().sum(id, names);
        return total;
    }

    static Table flow(YearCells year) {
        Backlog backlog = year.figures().backlog();
        Cell.Count start = year.counts().of("flow/open_at_start", backlog.openAtStart());
        Cell.Count issued = year.counts().of("flow/issued", backlog.issued());
        Cell.Count returned = year.counts().of("flow/returned", backlog.returned());
        Cell.Count removed = year.counts().of("flow/removed", backlog.removed());
        Cell.Count withdrawn = year.counts().of("flow/withdrawn", backlog.withdrawn());
        Cell.Count end = year.counts().of("backlog", backlog.openAtEnd());
        // Not shown: it states that what came in equals what went out and what is left.
        long all = start.value() + issued.value() + returned.value();
        year.counts().of("flow", all);
        year.counts().sum("flow", List.of(start.id(), issued.id(), returned.id()));
        year.counts().sum("flow", List.of(removed.id(), withdrawn.id(), end.id()));
        return Table.of("flow-balance", 1, Column.code("flow"), Column.count("items"))
                .row(new Cell.Code("flow", "OPEN_AT_START"), start)
                .row(new Cell.Code("flow", "ISSUED"), issued)
                .row(new Cell.Code("flow", "RETURNED"), returned)
                .row(new Cell.Code("flow", "REMOVED"), removed)
                .row(new Cell.Code("flow", "WITHDRAWN"), withdrawn)
                .row(true, List.of(new Cell.Code("flow", "OPEN_AT_END"), end))
                .build();
    }

    static Table stillUp(YearCells year) {
        Table.Builder table =
                Table.of(
                        "still-up",
                        1,
                        Column.code("state"),
                        Column.count("items"),
                        Column.count("domestic"),
                        Column.count("cross_border"),
                        Column.count("unknown"));
        SortedMap<LifecycleState, SortedMap<String, Long>> states = year.figures().stillUp();
        states.forEach(
                (state, byJurisdiction) -> {
                    List<Cell.Count> parts = new ArrayList<>();
                    for (String name : JURISDICTIONS) {
                        parts.add(
                                year.counts()
                                        .of(
                                                "still_up/" + state + '/' + name,
                                                byJurisdiction.getOrDefault(name, 0L)));
                    }
                    List<Cell> row = new ArrayList<>(List.of(new Cell.Code("state", state.name())));
                    row.add(total(year, "still_up/" + state, parts));
                    row.addAll(parts);
                    table.row(false, row);
                });
        return table.build();
    }

    static Table recidivism(YearCells year) {
        Table.Builder table =
                Table.of(
                        "recidivism",
                        2,
                        Column.code("dimension"),
                        Column.code("group"),
                        Column.count("items"),
                        Column.count("with_content_key"),
                        Column.count("recidivism_strict"),
                        Column.count("recidivism_loose"),
                        Column.shareInterval("recidivism_share"));
        year.forEach(
                (group, cells) -> {
                    List<Cell> row = new ArrayList<>(group);
                    row.add(cells.count("issued"));
                    row.add(cells.count("with_content_key"));
                    row.add(cells.count("recidivism_strict"));
                    row.add(cells.count("recidivism_loose"));
                    row.add(cells.shareInterval("recidivism_any", "with_content_key"));
                    table.row(false, row);
                },
                Dimension.JURISDICTION,
                Dimension.PROVIDER_TYPE,
                Dimension.CATEGORY);
        return table.build();
    }

    static Table reinstatements(YearCells year) {
        Table.Builder table =
                Table.of(
                        "reinstatements",
                        2,
                        Column.code("dimension"),
                        Column.code("group"),
                        Column.count("removed"),
                        Column.count("reinstated"),
                        Column.count("confirmed_down_30"),
                        Column.count("reinstated_30"),
                        Column.shareInterval("reinstated_30_share"),
                        Column.count("excluded_withdrawn"));
        year.forEach(
                (group, cells) -> {
                    List<Cell> row = new ArrayList<>(group);
                    row.add(cells.count("removed"));
                    row.add(cells.count("reinstated"));
                    row.add(cells.count("confirmed_down_30"));
                    row.add(cells.count("reinstated_30"));
                    row.add(cells.shareInterval("reinstated_30", "confirmed_down_30"));
                    row.add(cells.count("excluded_withdrawn"));
                    table.row(false, row);
                },
                Dimension.JURISDICTION,
                Dimension.PROVIDER_TYPE);
        return table.build();
    }

    /** Statements that hold of any count map, kept in one place for the quality section. */
    static Table counted(
            YearCells year,
            String id,
            String catalogue,
            String column,
            SortedMap<String, Long> of) {
        Table.Builder table = Table.of(id, 1, Column.code(column), Column.count("records"));
        SortedMap<String, Long> sorted = new TreeMap<>(of);
        sorted.forEach(
                (name, number) ->
                        table.row(
                                new Cell.Code(catalogue, name),
                                year.counts().of(id + '/' + name, number)));
        return table.build();
    }
}
