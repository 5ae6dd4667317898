package vn.takedown.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import vn.takedown.model.oracle.OracleCase;

/**
 * What was open at the end, counted without any regard to how it came to be so.
 *
 * @param cases of all years
 */
record BacklogRecount(Recount cases, int year) {

    private static final long HOUR = OracleInput.HOUR;
    private static final List<String> GROUPS = List.of("DOMESTIC", "CROSS_BORDER", "UNKNOWN");

    /** The name of a band, and the hours up to which it goes. */
    private record Band(String name, long hours) {}

    private static final List<Band> AGES =
            List.of(
                    new Band("UP_TO_1H", 1),
                    new Band("UP_TO_3H", 3),
                    new Band("UP_TO_6H", 6),
                    new Band("UP_TO_24H", 24),
                    new Band("UP_TO_48H", 48),
                    new Band("UP_TO_7D", 168),
                    new Band("UP_TO_14D", 336),
                    new Band("UP_TO_28D", 672),
                    new Band("OVER_28D", Long.MAX_VALUE / HOUR));
    private static final List<Band> OVERDUE =
            List.of(
                    new Band("UP_TO_24H", 24),
                    new Band("UP_TO_48H", 48),
                    new Band("UP_TO_7D", 168),
                    new Band("OVER_7D", Long.MAX_VALUE / HOUR));

    /** The lines of a table; null when it is none of these. */
    List<Map<String, String>> of(String id) {
        return switch (id) {
            case "backlog-by-age" -> bands("age", AGES, open(), this::age);
            case "backlog-overdue" -> bands("overdue_by", OVERDUE, overdue(), this::lateness);
            case "backlog-oldest" -> oldest();
            case "flow-balance" -> flow();
            default -> null;
        };
    }

    /** The first instant that does not count any more. */
    private long end() {
        return Math.min(Recount.startOf(year + 1), cases.cutOff() + 1);
    }

    private static Predicate<OracleCase> openAt(long at) {
        return item ->
                Recount.eligible(item)
                        && (long) item.get("issued_at") < at
                        && Recount.isOpen(item, at);
    }

    private Recount open() {
        return cases.where(openAt(end()));
    }

    private Recount overdue() {
        return open().where(item -> item.get("due_at") != null && lateness(item) > 0);
    }

    private long age(OracleCase item) {
        Object start = item.get("t0") == null ? item.get("issued_at") : item.get("t0");
        return Math.max(0, end() - (long) start);
    }

    private long lateness(OracleCase item) {
        return end() - (long) item.get("due_at");
    }

    private interface Age {
        long of(OracleCase item);
    }

    private static List<Map<String, String>> bands(
            String column, List<Band> bands, Recount open, Age age) {
        List<Map<String, String>> rows = new ArrayList<>();
        long above = -1;
        for (Band band : bands) {
            long from = above;
            long to = band.hours() * HOUR;
            rows.add(
                    band(
                            column,
                            band.name(),
                            open.where(item -> age.of(item) > from && age.of(item) <= to)));
            above = to;
        }
        rows.add(band(column, "ALL", open));
        return rows;
    }

    private static Map<String, String> band(String column, String name, Recount members) {
        return SingleTables.row(
                column,
                name,
                "open",
                members.items(),
                "open_domestic",
                SingleTables.jurisdiction(members, "DOMESTIC").items(),
                "open_cross_border",
                SingleTables.jurisdiction(members, "CROSS_BORDER").items(),
                "open_unknown",
                SingleTables.jurisdiction(members, "UNKNOWN").items());
    }

    private List<Map<String, String>> oldest() {
        List<Map<String, String>> rows = new ArrayList<>();
        for (String group : GROUPS) {
            Recount members = SingleTables.jurisdiction(open(), group);
            if (!members.cases().isEmpty()) {
                rows.add(oldest(group, members, SingleTables.jurisdiction(overdue(), group)));
            }
        }
        rows.add(oldest("ALL", open(), overdue()));
        return rows;
    }

    private Map<String, String> oldest(String group, Recount open, Recount overdue) {
        return SingleTables.row(
                "jurisdiction",
                group,
                "open",
                open.items(),
                "overdue",
                overdue.items(),
                "oldest_age_ms",
                open.cases().stream()
                        .map(this::age)
                        .max(Long::compare)
                        .map(Objects::toString)
                        .orElse("NOT_APPLICABLE"));
    }

    private List<Map<String, String>> flow() {
        long start = Recount.startOf(year);
        Predicate<OracleCase> isNew =
                item ->
                        Recount.eligible(item)
                                && (long) item.get("issued_at") >= start
                                && (long) item.get("issued_at") < end();
        Predicate<OracleCase> isOld =
                item -> Recount.eligible(item) && (long) item.get("issued_at") < start;
        Predicate<OracleCase> before = openAt(start).and(isOld);
        Predicate<OracleCase> gone = before.or(isNew).and(openAt(end()).negate());
        Predicate<OracleCase> down =
                item ->
                        item.get("first_down_at") != null
                                && (long) item.get("first_down_at") < end();
        return List.of(
                flow("OPEN_AT_START", before),
                flow("ISSUED", isNew),
                flow("RETURNED", isOld.and(before.negate()).and(openAt(end()))),
                flow("REMOVED", gone.and(down)),
                flow("WITHDRAWN", gone.and(down.negate())),
                flow("OPEN_AT_END", openAt(end())));
    }

    private Map<String, String> flow(String name, Predicate<OracleCase> wanted) {
        return SingleTables.row("flow", name, "items", cases.count(wanted));
    }
}
