package vn.takedown.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import vn.takedown.model.cohort.Period;
import vn.takedown.model.oracle.OracleCase;

/** The tables that say the same of each of several groups of cases of the year. */
record GroupedTables(OracleInput input, Recount all, Map<String, String> strikes) {

    /**
     * A line of a table.
     *
     * @param names what the line says of the group itself, by column
     */
    record Group(Map<String, String> names, Recount members) {}

    private static final Map<String, String> DIMENSIONS =
            Map.of(
                    "JURISDICTION", "jurisdiction",
                    "PROVIDER_TYPE", "provider_type",
                    "CATEGORY", "category",
                    "ACTION", "action",
                    "URGENCY", "urgency");

    private static final Map<String, List<String>> BY_DIMENSION =
            Map.of(
                    "removal-speed",
                    List.of("JURISDICTION", "PROVIDER_TYPE", "CATEGORY", "ACTION"),
                    "removal-within-by-group",
                    List.of("JURISDICTION", "PROVIDER_TYPE", "CATEGORY", "ACTION"),
                    "compliance-by-group",
                    List.of("JURISDICTION", "PROVIDER_TYPE", "CATEGORY", "ACTION", "URGENCY"),
                    "claimed-and-verified",
                    List.of("JURISDICTION", "PROVIDER_TYPE"),
                    "recidivism",
                    List.of("JURISDICTION", "PROVIDER_TYPE", "CATEGORY"),
                    "reinstatements",
                    List.of("JURISDICTION", "PROVIDER_TYPE"));

    /** The field of a case by which a table is divided, and what the column is called. */
    private static final Map<String, List<String>> BY_FIELD =
            Map.of(
                    "intake-by-source", List.of("source", "source"),
                    "intake-by-category", List.of("category", "category"),
                    "orders-by-action", List.of("action", "action"),
                    "orders-by-authority", List.of("authority_id", "authority"),
                    "orders-by-legal-basis", List.of("legal_basis", "legal_basis"),
                    "orders-by-urgency", List.of("urgency", "urgency"));

    /** The lines of a table; null when it is none of these. */
    List<Group> of(String id) {
        if (BY_DIMENSION.containsKey(id)) {
            return byDimension(BY_DIMENSION.get(id));
        }
        if (BY_FIELD.containsKey(id)) {
            return byField(BY_FIELD.get(id).get(0), BY_FIELD.get(id).get(1));
        }
        return switch (id) {
            case "trend-months" -> months();
            case "exclusions" -> exclusions();
            case "verdicts" -> verdicts();
            case "providers", "providers-speed", "providers-conduct" -> providers(all);
            case "blocking" -> blocking();
            default -> null;
        };
    }

    /** A group for each value, in alphabetical order. */
    static Map<String, Recount> groups(Recount all, Function<OracleCase, String> key) {
        Map<String, Recount> groups = new TreeMap<>();
        new TreeSet<>(all.cases().stream().map(key).toList())
                .forEach(
                        value ->
                                groups.put(
                                        value, all.where(item -> key.apply(item).equals(value))));
        return groups;
    }

    private List<Group> byDimension(List<String> dimensions) {
        List<Group> groups = new ArrayList<>();
        groups.add(new Group(Map.of("dimension", "ALL", "group", "ALL"), all));
        for (String dimension : dimensions) {
            groups(all, item -> Recount.name(item, DIMENSIONS.get(dimension)))
                    .forEach(
                            (name, members) ->
                                    groups.add(
                                            new Group(
                                                    Map.of("dimension", dimension, "group", name),
                                                    members)));
        }
        return groups;
    }

    private List<Group> byField(String field, String column) {
        List<Group> groups = new ArrayList<>();
        groups(all, item -> Recount.name(item, field))
                .forEach((name, members) -> groups.add(part(column, name, members)));
        groups.add(part(column, "ALL", all));
        return groups;
    }

    private Group part(String column, String name, Recount members) {
        return new Group(
                Map.of(column, name, "share_of_items", ofAll(members, item -> true)), members);
    }

    private String ofAll(Recount part, Predicate<OracleCase> whole) {
        long of = all.number(whole);
        return of == 0 ? "NOT_APPLICABLE" : Recount.decimal((double) part.cases().size() / of);
    }

    private List<Group> months() {
        List<Group> groups = new ArrayList<>();
        groups(all, item -> Period.MONTH.startOf((long) item.get("issued_at")).substring(0, 7))
                .forEach((name, members) -> groups.add(part("month", name, members)));
        groups.add(part("month", "ALL", all));
        return groups;
    }

    private List<Group> exclusions() {
        List<Group> groups = new ArrayList<>();
        for (String reason :
                List.of("ALREADY_DOWN", "HELD", "MOOT", "UNDELIVERABLE", "WITHDRAWN")) {
            groups.add(
                    part(
                            "exclusion_reason",
                            reason,
                            all.where(item -> reason.equals(item.get("exclusion_reason")))));
        }
        groups.add(part("exclusion_reason", "ALL", all.where(item -> !Recount.eligible(item))));
        return groups;
    }

    private List<Group> verdicts() {
        List<Group> groups = new ArrayList<>();
        for (String verdict :
                List.of(
                        "ON_TIME",
                        "BREACH",
                        "INDETERMINATE",
                        "OVERDUE",
                        "UNOBSERVED",
                        "UNCONFIRMED",
                        "PENDING")) {
            groups.add(verdict(verdict, all.where(ColumnRecounts.verdict(verdict))));
        }
        groups.add(verdict("ALL", all.where(Recount::eligible)));
        return groups;
    }

    private Group verdict(String verdict, Recount members) {
        return new Group(
                Map.of("verdict", verdict, "share_of_eligible", ofAll(members, Recount::eligible)),
                members);
    }

    private List<Group> providers(Recount cases) {
        List<Group> groups = new ArrayList<>();
        groups(cases, item -> Recount.name(item, "provider_id"))
                .forEach((id, members) -> groups.add(provider(id, members)));
        groups.add(
                new Group(
                        Map.of(
                                "provider_id", "_all",
                                "provider", "ALL",
                                "provider_type", "NOT_APPLICABLE",
                                "jurisdiction", "NOT_APPLICABLE",
                                "strike_level", "NOT_APPLICABLE"),
                        cases));
        return groups;
    }

    private Group provider(String id, Recount members) {
        OracleCase first = members.cases().get(0);
        Map<String, String> names = new LinkedHashMap<>();
        names.put("provider_id", id);
        names.put("provider", Objects.requireNonNullElse((String) first.get("provider_name"), id));
        names.put("provider_type", Recount.name(first, "provider_type"));
        names.put("jurisdiction", Recount.name(first, "jurisdiction"));
        names.put("strike_level", strikes == null ? "UNKNOWN" : strikes.getOrDefault(id, "0"));
        return new Group(names, members);
    }

    private List<Group> blocking() {
        Recount blocks = all.where(item -> item.get("action").equals("BLOCK"));
        return blocks.cases().isEmpty() ? List.of() : providers(blocks);
    }
}
