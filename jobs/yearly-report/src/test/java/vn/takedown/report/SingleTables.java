package vn.takedown.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.takedown.model.oracle.ExpectedAlert;
import vn.takedown.model.oracle.OracleCase;
import vn.takedown.model.reference.Policy;

/** The tables each of which is made in its own way. */
record SingleTables(OracleInput input, int year, Recount all) {

    private static final long HOUR = OracleInput.HOUR;
    private static final int[] CURVE_HOURS = {
        0, 1, 2, 3, 6, 9, 12, 18, 24, 36, 48, 60, 72, 96, 120, 168, 240, 336, 504, 672
    };

    /** Values by column; nothing where the annex has nothing. */
    static Map<String, String> row(String... columnsAndValues) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < columnsAndValues.length; i += 2) {
            row.put(columnsAndValues[i], columnsAndValues[i + 1]);
        }
        return row;
    }

    /** The lines of a table; null when it is none of these. */
    List<Map<String, String>> of(String id) {
        return switch (id) {
            case "trend-years" -> years();
            case "policies" -> policies();
            case "scope-by-type" -> scope();
            case "removal-curve" -> curve();
            case "removal-within" -> within();
            case "strikes" -> strikeLevels();
            case "still-up" -> stillUp();
            case "watching" -> watching();
            case "coverage" -> coverage();
            case "blindness" -> blindness();
            case "alerts" -> alerts();
            case "dead-letters" -> counted("reason", input.rejections().stream().toList());
            case "restatement-causes" ->
                    counted(
                            "cause",
                            input.lateChanges().stream()
                                    .filter(change -> isOfTheYear(change.caseId()))
                                    .map(OracleInput.LateChange::cause)
                                    .toList());
            case "cross-check" -> crossCheck();
            default -> null;
        };
    }

    private boolean isOfTheYear(String caseId) {
        return all.cases().stream().anyMatch(item -> item.caseId().equals(caseId));
    }

    private Recount cohort(int other) {
        return new Recount(
                input.result().cases().stream()
                        .filter(item -> Recount.year(item) == other)
                        .toList(),
                all.cutOff());
    }

    private List<Map<String, String>> years() {
        List<Map<String, String>> rows = new ArrayList<>();
        for (int other = 2000; other <= year; other++) {
            Recount cohort = cohort(other);
            if (!cohort.cases().isEmpty()) {
                Map<String, String> row = row("year", Integer.toString(other));
                for (String column :
                        List.of(
                                "items",
                                "eligible",
                                "due",
                                "compliance_low",
                                "compliance_high",
                                "within_24h",
                                "within_24h_share",
                                "removal_median_ms",
                                "recidivism_strict",
                                "recidivism_loose")) {
                    row.put(column, ColumnRecounts.of(column, cohort));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private List<Map<String, String>> policies() {
        List<Map<String, String>> rows = new ArrayList<>();
        GroupedTables.groups(all, SingleTables::policy)
                .forEach(
                        (policy, members) -> {
                            String[] parts = policy.split("\\|");
                            String bases =
                                    members.cases().stream()
                                            .map(item -> (String) item.get("legal_basis"))
                                            .filter(basis -> basis != null)
                                            .distinct()
                                            .sorted()
                                            .collect(Collectors.joining("; "));
                            rows.add(
                                    row(
                                            "policy_id",
                                            parts[0],
                                            "policy_version",
                                            parts[1],
                                            "legal_basis",
                                            bases.isEmpty() ? "UNKNOWN" : bases,
                                            "time_allowed_ms",
                                            timeAllowed(policy),
                                            "items",
                                            members.items()));
                        });
        return rows;
    }

    private static String policy(OracleCase item) {
        return item.get("policy_id") + "|" + item.get("policy_version");
    }

    /** As the policy itself says; the report sees it only when one of its cases has a deadline. */
    private String timeAllowed(String policy) {
        boolean shown =
                input.result().cases().stream()
                        .anyMatch(
                                item -> policy(item).equals(policy) && item.get("due_at") != null);
        if (!shown) {
            return "UNKNOWN";
        }
        Policy found = Policy.DEFAULT;
        for (Policy candidate : input.world().policies()) {
            if (policy.equals(candidate.policyId() + "|" + candidate.version())) {
                found = candidate;
            }
        }
        return Long.toString(found.duration().toMillis());
    }

    private List<Map<String, String>> scope() {
        List<Map<String, String>> rows = new ArrayList<>();
        GroupedTables.groups(all, item -> Recount.name(item, "provider_type"))
                .forEach((type, members) -> rows.add(scope(type, members)));
        rows.add(scope("ALL", all));
        return rows;
    }

    private static Map<String, String> scope(String type, Recount members) {
        return row(
                "provider_type", type,
                "providers", providers(members),
                "providers_domestic", providers(jurisdiction(members, "DOMESTIC")),
                "providers_cross_border", providers(jurisdiction(members, "CROSS_BORDER")),
                "items", members.items());
    }

    private static String providers(Recount members) {
        return Integer.toString(
                GroupedTables.groups(members, item -> Recount.name(item, "provider_id")).size());
    }

    static Recount jurisdiction(Recount members, String name) {
        return members.where(item -> Recount.name(item, "jurisdiction").equals(name));
    }

    private List<Map<String, String>> curve() {
        List<Map<String, String>> rows = new ArrayList<>();
        for (String group : List.of("ALL", "DOMESTIC", "CROSS_BORDER")) {
            PlainSurvival survival =
                    (group.equals("ALL") ? all : jurisdiction(all, group)).survival();
            for (int hours : CURVE_HOURS) {
                long atRisk = survival.followedUpTo(hours * HOUR);
                if (atRisk == 0) {
                    break;
                }
                List<Double> shares = survival.at(hours * HOUR);
                rows.add(
                        row(
                                "group", group,
                                "time_ms", Long.toString(hours * HOUR),
                                "at_risk", Long.toString(atRisk),
                                "still_up", Recount.decimal(shares.get(0)),
                                "still_up_low", Recount.decimal(shares.get(1)),
                                "still_up_high", Recount.decimal(shares.get(2))));
            }
        }
        return rows;
    }

    private List<Map<String, String>> within() {
        Map<String, Integer> bounds = new LinkedHashMap<>();
        List.of("1h", "3h", "6h", "24h", "48h").forEach(h -> bounds.put(h, hours(h)));
        List.of("7d", "14d", "28d").forEach(d -> bounds.put(d, 24 * hours(d)));
        List<Map<String, String>> rows = new ArrayList<>();
        bounds.forEach(
                (bound, hours) ->
                        rows.add(
                                within(
                                        bound,
                                        group -> group.count(item -> Recount.within(item, hours)),
                                        group ->
                                                group.share(
                                                        item -> Recount.within(item, hours),
                                                        Recount::eligible))));
        rows.add(
                within(
                        "eligible",
                        group -> group.count(Recount::eligible),
                        group -> List.of("NOT_APPLICABLE", "", "")));
        return rows;
    }

    private static int hours(String bound) {
        return Integer.parseInt(bound.substring(0, bound.length() - 1));
    }

    private Map<String, String> within(
            String bound, Function<Recount, String> count, Function<Recount, List<String>> share) {
        Map<String, Recount> groups = new LinkedHashMap<>();
        groups.put("all", all);
        groups.put("domestic", jurisdiction(all, "DOMESTIC"));
        groups.put("cross_border", jurisdiction(all, "CROSS_BORDER"));
        Map<String, String> row = row("bound", bound);
        groups.forEach(
                (name, group) -> {
                    boolean there = !group.cases().isEmpty();
                    List<String> shares =
                            there ? share.apply(group) : List.of("NOT_APPLICABLE", "", "");
                    row.put("removed_" + name, there ? count.apply(group) : "NOT_APPLICABLE");
                    row.put("share_" + name, shares.get(0));
                    row.put("share_" + name + "_low", shares.get(1));
                    row.put("share_" + name + "_high", shares.get(2));
                });
        return row;
    }

    /** Alerts that began in the year. */
    private List<ExpectedAlert> alertsOfTheYear() {
        return input.alerts().values().stream()
                .filter(alert -> alert.startsAt() >= Recount.startOf(year))
                .filter(alert -> alert.startsAt() < Recount.startOf(year + 1))
                .toList();
    }

    /** Provider → highest level; null when there is no alert at all. */
    Map<String, String> strikes() {
        Map<String, String> strikes = new TreeMap<>();
        for (ExpectedAlert alert : alertsOfTheYear()) {
            String[] key = alert.key().split("\\|");
            if (key[0].equals("PROVIDER_STRIKES")) {
                strikes.merge(
                        key[1],
                        alert.level(),
                        (a, b) -> Integer.parseInt(a) < Integer.parseInt(b) ? b : a);
            }
        }
        return alertsOfTheYear().isEmpty() ? null : strikes;
    }

    private List<Map<String, String>> strikeLevels() {
        Map<String, String> strikes = strikes() == null ? Map.of() : strikes();
        return strikes.values().stream()
                .distinct()
                .sorted()
                .map(
                        level ->
                                row(
                                        "strike_level",
                                        level,
                                        "providers",
                                        Long.toString(
                                                strikes.values().stream()
                                                        .filter(level::equals)
                                                        .count())))
                .toList();
    }

    private List<Map<String, String>> stillUp() {
        Recount up = all.where(c -> Recount.stillUp(c) || c.get("state").equals("HELD"));
        List<Map<String, String>> rows = new ArrayList<>();
        GroupedTables.groups(up, item -> Recount.name(item, "state"))
                .forEach(
                        (state, members) ->
                                rows.add(
                                        row(
                                                "state",
                                                state,
                                                "items",
                                                members.items(),
                                                "domestic",
                                                jurisdiction(members, "DOMESTIC").items(),
                                                "cross_border",
                                                jurisdiction(members, "CROSS_BORDER").items(),
                                                "unknown",
                                                jurisdiction(members, "UNKNOWN").items())));
        return rows;
    }

    private List<Map<String, String>> watching() {
        List<Map<String, String>> rows = new ArrayList<>();
        for (String verdict : List.of("unobserved", "indeterminate")) {
            rows.add(value(verdict, ColumnRecounts.of(verdict, all)));
            rows.add(
                    value(
                            verdict + "_share",
                            all.share(
                                            ColumnRecounts.verdict(
                                                    verdict.toUpperCase(Locale.ROOT)),
                                            Recount::due)
                                    .get(0)));
        }
        rows.add(value("unconfirmed", all.count(ColumnRecounts.verdict("UNCONFIRMED"))));
        rows.add(value("gap_median", all.gapMedian()));
        rows.add(value("restated", all.count(OracleInput::isRestated)));
        return rows;
    }

    private static Map<String, String> value(String figure, String value) {
        return row("figure", figure, "value", value, "value_low", "", "value_high", "");
    }

    private List<OracleInput.Hour> hoursOfTheYear() {
        return input.hours().stream()
                .filter(hour -> hour.start() >= Recount.startOf(year))
                .filter(hour -> hour.start() < Recount.startOf(year + 1))
                .toList();
    }

    private List<Map<String, String>> coverage() {
        List<Map<String, String>> rows = new ArrayList<>();
        Map<String, List<OracleInput.Hour>> byProvider =
                hoursOfTheYear().stream()
                        .collect(
                                Collectors.groupingBy(
                                        OracleInput.Hour::providerId,
                                        TreeMap::new,
                                        Collectors.toList()));
        byProvider.forEach((id, hours) -> rows.add(coverage(id, providerName(id), hours)));
        if (!rows.isEmpty()) {
            rows.add(coverage("_all", "ALL", hoursOfTheYear()));
        }
        return rows;
    }

    private String providerName(String id) {
        return all.cases().stream()
                .filter(item -> item.get("provider_id").equals(id))
                .map(item -> (String) item.get("provider_name"))
                .filter(name -> name != null)
                .findFirst()
                .orElse(id);
    }

    private static Map<String, String> coverage(
            String id, String name, List<OracleInput.Hour> hours) {
        long open = hours.stream().mapToLong(OracleInput.Hour::open).sum();
        long observed = hours.stream().mapToLong(OracleInput.Hour::observed).sum();
        long blind = hours.stream().filter(hour -> hour.observed() == 0).count();
        long weak = hours.stream().filter(h -> 100 * h.observed() < 95 * h.open()).count();
        return row(
                "provider_id", id,
                "provider", name,
                "hours", Integer.toString(hours.size()),
                "blind_hours", Long.toString(blind),
                "weak_hours", Long.toString(weak),
                "mean_coverage", Recount.decimal((double) observed / open),
                "assessable", 100 * observed < 95 * open ? "NO" : "YES");
    }

    private List<Map<String, String>> blindness() {
        long end = Math.min(Recount.startOf(year + 1), all.cutOff());
        List<Map<String, String>> rows = new ArrayList<>();
        for (ExpectedAlert alert : input.alerts().values()) {
            String[] key = alert.key().split("\\|");
            if (!key[0].equals("MONITOR_BLIND")) {
                continue;
            }
            long from = Math.max(alert.startsAt(), Recount.startOf(year));
            boolean goesOn = alert.endsAt() == null || alert.endsAt() > end;
            long to = goesOn ? end : alert.endsAt();
            if (from < to) {
                rows.add(
                        row(
                                "provider_id",
                                key[1],
                                "subject",
                                key[2],
                                "blind_from",
                                Instant.ofEpochMilli(from).toString(),
                                "blind_until",
                                Instant.ofEpochMilli(to).toString(),
                                "blind_time_ms",
                                Long.toString(to - from),
                                "blind_status",
                                goesOn ? "GOES_ON" : "OVER"));
            }
        }
        return rows;
    }

    private List<Map<String, String>> alerts() {
        List<Map<String, String>> rows = new ArrayList<>();
        Map<String, Long> counts =
                alertsOfTheYear().stream()
                        .collect(
                                Collectors.groupingBy(
                                        alert ->
                                                alert.key().split("\\|")[0]
                                                        + "|"
                                                        + alert.severity(),
                                        TreeMap::new,
                                        Collectors.counting()));
        counts.forEach(
                (key, count) ->
                        rows.add(
                                row(
                                        "alert_kind", key.split("\\|")[0],
                                        "severity", key.split("\\|")[1],
                                        "alerts", Long.toString(count))));
        return rows;
    }

    private static List<Map<String, String>> counted(String column, List<String> values) {
        List<Map<String, String>> rows = new ArrayList<>();
        new TreeMap<>(values.stream().collect(Collectors.groupingBy(v -> v, Collectors.counting())))
                .forEach(
                        (value, count) ->
                                rows.add(row(column, value, "records", Long.toString(count))));
        return rows;
    }

    /** The documents of the periods come from the same events, so they must agree. */
    private List<Map<String, String>> crossCheck() {
        int cohorts =
                1 + GroupedTables.groups(all, item -> Recount.name(item, "provider_id")).size();
        return List.of(
                row("figure", "cohorts", "value", Integer.toString(cohorts)),
                row("figure", "compared", "value", Integer.toString(21 * cohorts)),
                row("figure", "different", "value", "0"),
                row("figure", "which_differ", "value", "NOT_APPLICABLE"));
    }
}
