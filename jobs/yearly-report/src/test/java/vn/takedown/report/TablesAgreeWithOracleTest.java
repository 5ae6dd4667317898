package vn.takedown.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.takedown.model.cohort.Period;
import vn.takedown.model.event.RequestUpdate;
import vn.takedown.model.event.RequestUpdated;
import vn.takedown.model.event.TakedownEvent;
import vn.takedown.model.oracle.BatchOracle;
import vn.takedown.model.oracle.OracleCase;
import vn.takedown.model.oracle.OracleResult;
import vn.takedown.model.oracle.Scenarios;
import vn.takedown.model.oracle.World;
import vn.takedown.report.source.FolderSource;

/**
 * Every table of the annex, computed again from the events by the batch oracle and plain counting.
 * That the HTML shows the annex' values is {@link RepeatedReportTest}'s to prove.
 */
class TablesAgreeWithOracleTest {

    /** Without pauses the time followed is the plain difference, which keeps this plain. */
    private static final Set<RequestUpdate> PAUSES =
            Set.of(
                    RequestUpdate.PAUSED,
                    RequestUpdate.RESUMED,
                    RequestUpdate.HELD,
                    RequestUpdate.RELEASED);

    private static final Map<String, Function<Recount, String>> COLUMNS =
            Map.ofEntries(
                    Map.entry("items", Recount::items),
                    Map.entry("orders", Recount::orders),
                    Map.entry("eligible", of(Recount::eligible)),
                    Map.entry("excluded", of(c -> !Recount.eligible(c))),
                    Map.entry("due", of(Recount::due)),
                    Map.entry("on_time", verdict("ON_TIME")),
                    Map.entry("breach", verdict("BREACH")),
                    Map.entry("indeterminate", verdict("INDETERMINATE")),
                    Map.entry("unobserved", verdict("UNOBSERVED")),
                    Map.entry("removed", of(Recount::removed)),
                    Map.entry("blocked", of(Recount::removed)),
                    Map.entry("within_24h", of(c -> Recount.within(c, 24))),
                    Map.entry("within_48h", of(c -> Recount.within(c, 48))),
                    Map.entry("within_7d", of(c -> Recount.within(c, 168))),
                    Map.entry("within_28d", of(c -> Recount.within(c, 672))),
                    Map.entry("acknowledged", of(c -> c.get("acknowledged_at") != null)),
                    Map.entry("delivered", of(c -> c.get("delivered_at") != null)),
                    Map.entry("claimed", of(c -> c.get("claimed_at") != null)),
                    Map.entry(
                            "eligible_claimed",
                            of(c -> Recount.eligible(c) && c.get("claimed_at") != null)),
                    Map.entry("false_claims", of(c -> (boolean) c.get("false_claim"))),
                    Map.entry("reinstated", of(c -> (long) c.get("reinstatements") > 0)),
                    Map.entry("recidivism_strict", of(c -> c.get("recidivism").equals("STRICT"))),
                    Map.entry("recidivism_loose", of(c -> c.get("recidivism").equals("LOOSE"))),
                    Map.entry("with_content_key", of(c -> c.get("content_key") != null)),
                    Map.entry(
                            "excluded_withdrawn",
                            of(c -> "WITHDRAWN".equals(c.get("exclusion_reason")))),
                    Map.entry("excluded_moot", of(c -> "MOOT".equals(c.get("exclusion_reason")))),
                    Map.entry("still_up", of(Recount::stillUp)),
                    Map.entry("compliance_low", c -> c.share(Recount::onTime, Recount::due)),
                    Map.entry("compliance_high", c -> c.share(Recount::notLate, Recount::due)),
                    Map.entry("removed_share", c -> c.share(Recount::removed, Recount::eligible)),
                    Map.entry(
                            "within_24h_share",
                            c -> c.share(x -> Recount.within(x, 24), Recount::eligible)),
                    Map.entry(
                            "within_7d_share",
                            c -> c.share(x -> Recount.within(x, 168), Recount::eligible)),
                    Map.entry("removal_median_ms", c -> c.survival(50)),
                    Map.entry("blocking_median_ms", c -> c.survival(50)),
                    Map.entry("acknowledgement_median_ms", c -> c.median("tta_ms", x -> true)),
                    Map.entry(
                            "removed_only_median_ms",
                            c -> c.median("ttr_high_ms", Recount::removed)));

    private static final Map<String, String> GROUP_COLUMNS =
            Map.of(
                    "source", "source",
                    "category", "category",
                    "action", "action",
                    "authority", "authority_id",
                    "legal_basis", "legal_basis",
                    "urgency", "urgency",
                    "provider_type", "provider_type",
                    "provider_id", "provider_id");

    private static final Map<String, String> DIMENSIONS =
            Map.of(
                    "JURISDICTION", "jurisdiction",
                    "PROVIDER_TYPE", "provider_type",
                    "CATEGORY", "category",
                    "ACTION", "action",
                    "URGENCY", "urgency");

    private static Function<Recount, String> of(Predicate<OracleCase> wanted) {
        return recount -> recount.count(wanted);
    }

    private static Function<Recount, String> verdict(String verdict) {
        return of(c -> c.get("verdict").equals(verdict));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void everyTableIsWhatCountingTheEventsGives(long seed, @TempDir Path folder)
            throws IOException {
        OracleResult result = BatchOracle.evaluate(withoutPauses(Scenarios.world(seed)));
        if (result.cases().isEmpty()) {
            return;
        }
        Path documents = Files.createDirectory(folder.resolve("documents"));
        new Documents(documents)
                .cases(result.cases().stream().map(OracleCase::fields).toList(), result.cutOff())
                .periods(
                        result.periods().stream().map(period -> period.fields()).toList(),
                        result.cutOff());
        for (int year : years(result)) {
            Path output = folder.resolve("report-" + year);
            // Rates from one item on, so that they are compared too.
            YearlyReport.write(
                    new ReportRequest(
                            year,
                            Language.EN,
                            new FolderSource(documents),
                            output,
                            null,
                            null,
                            false,
                            1,
                            null),
                    (step, done, total) -> {});
            compare(new Annex(output), year, result);
        }
    }

    private static World withoutPauses(World world) {
        List<TakedownEvent> kept = new ArrayList<>();
        for (TakedownEvent event : world.events()) {
            if (!(event instanceof RequestUpdated updated) || !PAUSES.contains(updated.update())) {
                kept.add(event);
            }
        }
        return world.withEvents(kept);
    }

    private static Set<Integer> years(OracleResult result) {
        return result.cases().stream()
                .map(TablesAgreeWithOracleTest::year)
                .collect(Collectors.toSet());
    }

    private static int year(OracleCase item) {
        return Integer.parseInt(Period.YEAR.startOf((long) item.get("issued_at")).substring(0, 4));
    }

    private static void compare(Annex annex, int year, OracleResult result) {
        List<OracleCase> cohort =
                result.cases().stream().filter(item -> year(item) == year).toList();
        int compared = 0;
        for (String id :
                List.of(
                        "trend-months",
                        "scope-by-type",
                        "intake-by-source",
                        "intake-by-category",
                        "orders-by-action",
                        "orders-by-authority",
                        "orders-by-legal-basis",
                        "orders-by-urgency",
                        "removal-speed",
                        "removal-within-by-group",
                        "compliance-by-group",
                        "claimed-and-verified",
                        "providers",
                        "providers-speed",
                        "providers-conduct",
                        "blocking",
                        "recidivism",
                        "reinstatements",
                        "exclusions",
                        "verdicts")) {
            for (Map<String, String> row : annex.table(id)) {
                List<OracleCase> members =
                        cohort.stream().filter(item -> belongs(item, id, row)).toList();
                compared += compare(id, row, new Recount(members, result.cutOff()));
            }
        }
        assertThat(compared).as("figures compared").isGreaterThan(200);
        keyFigures(annex, new Recount(cohort, result.cutOff()));
        removedWithin(annex, cohort, result.cutOff());
        backlog(annex, year, result);
        curve(annex, new Recount(cohort, result.cutOff()));
        statesAndPolicies(annex, new Recount(cohort, result.cutOff()));
        assertThat(annex.row("cross-check", "figure", "different").get("value")).isEqualTo("0");
    }

    private static boolean belongs(OracleCase item, String table, Map<String, String> row) {
        if (table.equals("blocking") && !item.get("action").equals("BLOCK")) {
            return false;
        }
        if (table.equals("exclusions")) {
            return row.get("exclusion_reason").equals("ALL")
                    ? !Recount.eligible(item)
                    : row.get("exclusion_reason").equals(item.get("exclusion_reason"));
        }
        if (table.equals("verdicts")) {
            return Recount.eligible(item)
                    && (row.get("verdict").equals("ALL")
                            || row.get("verdict").equals(item.get("verdict")));
        }
        if (row.containsKey("dimension")) {
            return row.get("dimension").equals("ALL")
                    || row.get("group").equals(name(item, DIMENSIONS.get(row.get("dimension"))));
        }
        String first = row.keySet().iterator().next();
        String value = row.get(first);
        if (value.equals("ALL") || value.equals("_all")) {
            return true;
        }
        if (first.equals("month")) {
            return Period.MONTH.startOf((long) item.get("issued_at")).startsWith(value);
        }
        return value.equals(name(item, GROUP_COLUMNS.get(first)));
    }

    private static String name(OracleCase item, String field) {
        return item.get(field) == null ? "UNKNOWN" : item.get(field).toString();
    }

    private static int compare(String table, Map<String, String> row, Recount recount) {
        int compared = 0;
        for (Map.Entry<String, String> cell : row.entrySet()) {
            Function<Recount, String> column = COLUMNS.get(cell.getKey());
            if (column != null) {
                assertThat(cell.getValue())
                        .as("%s of %s %s", cell.getKey(), table, row)
                        .isEqualTo(column.apply(recount));
                compared++;
            }
        }
        return compared;
    }

    private static void keyFigures(Annex annex, Recount all) {
        Map<String, String> expected =
                Map.of(
                        "orders", all.orders(),
                        "issued", all.items(),
                        "eligible", all.count(Recount::eligible),
                        "removed", all.count(Recount::removed),
                        "due", all.count(Recount::due),
                        "compliance_low", all.share(Recount::onTime, Recount::due),
                        "compliance_high", all.share(Recount::notLate, Recount::due),
                        "removal_median", all.survival(50),
                        "still_up", all.count(Recount::stillUp));
        expected.forEach(
                (figure, value) ->
                        assertThat(annex.row("key-figures", "figure", figure).get("value"))
                                .as(figure)
                                .isEqualTo(value));
    }

    private static void removedWithin(Annex annex, List<OracleCase> cohort, long cutOff) {
        Recount domestic =
                new Recount(
                        cohort.stream()
                                .filter(item -> "DOMESTIC".equals(item.get("jurisdiction")))
                                .toList(),
                        cutOff);
        Map<String, Integer> hours =
                Map.of(
                        "1h", 1, "3h", 3, "6h", 6, "24h", 24, "48h", 48, "7d", 168, "14d", 336,
                        "28d", 672);
        hours.forEach(
                (bound, number) -> {
                    Map<String, String> row = annex.row("removal-within", "bound", bound);
                    assertThat(row.get("removed_all"))
                            .isEqualTo(
                                    new Recount(cohort, cutOff)
                                            .count(item -> Recount.within(item, number)));
                    if (!domestic.cases().isEmpty()) {
                        assertThat(row.get("removed_domestic"))
                                .isEqualTo(domestic.count(item -> Recount.within(item, number)));
                    }
                });
    }

    private static void curve(Annex annex, Recount all) {
        for (Map<String, String> row : annex.table("removal-curve")) {
            if (row.get("group").equals("ALL")) {
                long time = Long.parseLong(row.get("time_ms"));
                assertThat(row.get("at_risk")).isEqualTo(all.followedUpTo(time));
                assertThat(Double.parseDouble(row.get("still_up")))
                        .isCloseTo(all.stillUpAfter(time), within(1e-6));
            }
        }
    }

    private static void statesAndPolicies(Annex annex, Recount all) {
        for (Map<String, String> row : annex.table("still-up")) {
            Predicate<OracleCase> state =
                    item -> Recount.stillUp(item) && item.get("state").equals(row.get("state"));
            assertThat(row.get("items")).isEqualTo(all.count(state));
            assertThat(row.get("domestic"))
                    .isEqualTo(
                            all.count(
                                    item ->
                                            state.test(item)
                                                    && "DOMESTIC"
                                                            .equals(item.get("jurisdiction"))));
        }
        for (Map<String, String> row : annex.table("policies")) {
            assertThat(row.get("items"))
                    .isEqualTo(
                            all.count(
                                    item ->
                                            item.get("policy_id").equals(row.get("policy_id"))
                                                    && item.get("policy_version")
                                                            .toString()
                                                            .equals(row.get("policy_version"))));
        }
        Map<String, String> watching =
                Map.of(
                        "unobserved", "UNOBSERVED",
                        "indeterminate", "INDETERMINATE",
                        "unconfirmed", "UNCONFIRMED");
        watching.forEach(
                (figure, verdict) ->
                        assertThat(annex.row("watching", "figure", figure).get("value"))
                                .isEqualTo(all.count(item -> item.get("verdict").equals(verdict))));
    }

    /** What is open at the end, counted without any regard to how it came to be so. */
    private static void backlog(Annex annex, int year, OracleResult result) {
        long end = Recount.startOf(year + 1);
        long at = Math.min(end, result.cutOff() + 1);
        long open =
                result.cases().stream()
                        .filter(Recount::eligible)
                        .filter(item -> (long) item.get("issued_at") < at)
                        .filter(item -> Recount.isOpen(item, at))
                        .count();
        assertThat(annex.row("backlog-by-age", "age", "ALL").get("open"))
                .isEqualTo(Long.toString(open));
        assertThat(annex.row("flow-balance", "flow", "OPEN_AT_END").get("items"))
                .isEqualTo(Long.toString(open));
        long bands =
                annex.table("backlog-by-age").stream()
                        .filter(row -> !row.get("age").equals("ALL"))
                        .map(row -> row.get("open"))
                        .filter(Objects::nonNull)
                        .mapToLong(Long::parseLong)
                        .sum();
        assertThat(bands).isEqualTo(open);
    }
}
