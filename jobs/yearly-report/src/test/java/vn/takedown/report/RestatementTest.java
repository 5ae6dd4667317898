package vn.takedown.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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
