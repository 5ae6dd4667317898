package vn.takedown.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An earlier report for the same year beside a later one. */
class RestatementTest {

    private static final int YEAR = 2026;
    private static final long DAY = 86_400_000;

    @TempDir private Path folder;
    private Path documents;
    private Path earlier;

    @BeforeEach
    void writeTheEarlierReport() throws IOException {
        documents = Files.createDirectory(folder.resolve("documents"));
        earlier = folder.resolve("earlier");
        write(item -> {}, CaseFields.CUT_OFF - 30 * DAY);
        Reports.write(YEAR, Language.EN, documents, earlier, null, false);
    }

    @Test
    void equalDataChangeNothing() {
        assertThat(changes()).isEmpty();
        assertThat(folder.resolve("later/report.html")).content().contains("no figure has changed");
    }

    @Test
    void aLateEventIsNamedAsTheReasonWhereItTouchedTheProvider() throws IOException {
        write(
                item -> {
                    if (item.get("case_id").equals("r0/0")) {
                        item.put("verdict", "BREACH");
                        item.put("restated", true);
                    }
                },
                CaseFields.CUT_OFF - 30 * DAY);
        new Documents(documents)
                .lines(
                        "takedown-transitions",
                        transition("r0/0", "p-domestic", true),
                        transition("r9/19", "p-cross_border", false),
                        transition("elsewhere/1", "p-cross_border", true));

        List<Map<String, String>> changes = changes();

        assertThat(changes)
                .anySatisfy(
                        change -> {
                            assertThat(change.get("table")).isEqualTo("providers");
                            assertThat(change.get("row")).isEqualTo("p-domestic");
                            assertThat(change.get("column")).isEqualTo("breach");
                            assertThat(change.get("before")).isEqualTo("6");
                            assertThat(change.get("after")).isEqualTo("7");
                            assertThat(change.get("why")).isEqualTo("late_events");
                            assertThat(change.get("late_changes")).isEqualTo("1");
                        });
        assertThat(changes)
                .noneSatisfy(change -> assertThat(change.get("row")).isEqualTo("p-cross_border"));
    }

    @Test
    void aLaterCutOffIsNamedAsTheReason() throws IOException {
        write(
                item -> {
                    if (item.get("case_id").equals("r0/0")) {
                        item.put("state", "REINSTATED");
                        item.put("reinstatements", 1L);
                        item.put("reappeared_at", CaseFields.CUT_OFF - DAY);
                    }
                },
                CaseFields.CUT_OFF);

        assertThat(changes())
                .isNotEmpty()
                .allSatisfy(change -> assertThat(change.get("why")).isEqualTo("cut_off"));
    }

    @Test
    void anotherPolicyIsNamedAsTheReason() throws IOException {
        write(item -> item.put("policy_version", 2L), CaseFields.CUT_OFF - 30 * DAY);

        assertThat(changes())
                .isNotEmpty()
                .allSatisfy(change -> assertThat(change.get("why")).isEqualTo("policy"));
    }

    /** The monitor learns of a successful appeal by the withdrawal of the request. */
    @Test
    void anAppealThatEndsInAWithdrawalIsNamedAsTheReason() throws IOException {
        withdrawOneLate();

        List<Map<String, String>> changes = changes();

        assertThat(changes)
                .anySatisfy(
                        change -> {
                            assertThat(change.get("table")).isEqualTo("exclusions");
                            assertThat(change.get("row")).isEqualTo("WITHDRAWN");
                            assertThat(change.get("column")).isEqualTo("items");
                            assertThat(change.get("before")).isEqualTo("0");
                            assertThat(change.get("after")).isEqualTo("1");
                        })
                .allSatisfy(change -> assertThat(change.get("why")).isEqualTo("withdrawal"));
        assertThat(Files.readString(folder.resolve("later/report.html")))
                .contains("late withdrawal or hold (objection or appeal)");
    }

    /** Beside the ends of intervals, which follow their figure. */
    @Test
    void everyCellThatDiffersIsListedAndNoOther() throws IOException {
        withdrawOneLate();

        List<Map<String, String>> changes = changes();

        Set<String> listed = new TreeSet<>();
        for (Map<String, String> change : changes) {
            listed.add(
                    String.join("|", change.get("table"), change.get("row"), change.get("column")));
        }
        assertThat(listed).isEqualTo(differences()).hasSizeGreaterThan(50);
    }

    private void withdrawOneLate() throws IOException {
        write(
                item -> {
                    if (item.get("case_id").equals("r0/0")) {
                        item.put("verdict", "EXCLUDED");
                        item.put("exclusion_reason", "WITHDRAWN");
                        item.put("state", "WITHDRAWN");
                        item.put("withdrawn_at", item.get("first_down_at"));
                        item.put("restated", true);
                    }
                },
                CaseFields.CUT_OFF - 30 * DAY);
        new Documents(documents)
                .lines(
                        "takedown-transitions",
                        transition("r0/0", "p-domestic", true)
                                .replace("\"OBSERVATION\"", "\"WITHDRAWN\""));
    }

    /** Cell by cell of two annexes; a line is known by what stands before its first figure. */
    private Set<String> differences() {
        Set<String> differences = new TreeSet<>();
        Annex before = new Annex(earlier);
        Annex after = new Annex(folder.resolve("later"));
        for (String table : tables()) {
            Map<String, Map<String, String>> old = lines(before, table);
            Map<String, Map<String, String>> now = lines(after, table);
            Set<String> names = new TreeSet<>(old.keySet());
            names.addAll(now.keySet());
            for (String key : names) {
                List<String> columns = before.columns(table);
                for (String column : columns.subList(keys(table), columns.size())) {
                    String left = old.getOrDefault(key, Map.of()).getOrDefault(column, "");
                    String right = now.getOrDefault(key, Map.of()).getOrDefault(column, "");
                    if (!left.equals(right) && !isEndOfAnInterval(before, table, column)) {
                        differences.add(table + "|" + key + "|" + column);
                    }
                }
            }
        }
        return differences;
    }

    private List<String> tables() {
        try (Stream<Path> files = Files.list(earlier.resolve("annex"))) {
            return files.map(file -> file.getFileName().toString().replace(".csv", ""))
                    .filter(table -> !table.equals("data-dictionary"))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isEndOfAnInterval(Annex annex, String table, String column) {
        String whole = column.replaceFirst("_(low|high)(_ms)?$", "$2");
        return !whole.equals(column) && annex.columns(table).contains(whole);
    }

    /** How many columns name a line; one where nothing is said. */
    private static final Map<String, Integer> KEYS =
            Map.of(
                    "dsa-3-orders", 4,
                    "dsa-4-notices", 4,
                    "policies", 2,
                    "removal-curve", 2,
                    "removal-speed", 2,
                    "removal-within-by-group", 2,
                    "compliance-by-group", 2,
                    "claimed-and-verified", 2,
                    "recidivism", 2,
                    "reinstatements", 2);

    private static int keys(String table) {
        return table.equals("dsa-7-complaints") ? 3 : KEYS.getOrDefault(table, 1);
    }

    private static Map<String, Map<String, String>> lines(Annex annex, String table) {
        Map<String, Map<String, String>> lines = new TreeMap<>();
        for (Map<String, String> line : annex.table(table)) {
            lines.put(String.join(" / ", List.copyOf(line.values()).subList(0, keys(table))), line);
        }
        return lines;
    }

    private List<Map<String, String>> changes() {
        Path later = folder.resolve("later");
        Reports.write(YEAR, Language.EN, documents, later, earlier, false);
        return new Annex(later).table("restatements");
    }

    private void write(Consumer<Map<String, Object>> change, long cutOff) throws IOException {
        List<Map<String, Object>> cases = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Map<String, Object> item =
                    CaseFields.of(i, YEAR, i % 2 == 0 ? "DOMESTIC" : "CROSS_BORDER", i * DAY / 27);
            change.accept(item);
            cases.add(item);
        }
        new Documents(documents).cases(cases, cutOff);
    }

    private static String transition(String caseId, String provider, boolean restated) {
        return """
                {"case_id":"%s","sequence":4,"provider_id":"%s","at":"2026-03-02T00:00:00.000Z",\
                "cause":"OBSERVATION","restated":%s}"""
                .formatted(caseId, provider, restated);
    }
}
