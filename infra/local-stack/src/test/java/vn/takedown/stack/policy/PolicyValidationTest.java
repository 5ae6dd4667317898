package vn.takedown.stack.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyValidationTest {

    private static final String WHOLE = policy("all", 1, "2024-01-01", null, 0, "PT24H", "");

    @TempDir private Path folder;

    @Test
    void aPolicyForEverythingHasNothingToFind() throws IOException {
        assertThat(findings(WHOLE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            textBlock =
                    """
                    {"policy_id":"a"                              ~ NOT_JSON
                    {"policy_id":"a","version":1}                 ~ MISSING_FIELD: effective_from
                    [1]                                           ~ NOT_JSON
                    """)
    void whatTheJobRejectsIsAnErrorWithItsReason(String line, String reason) throws IOException {
        assertThat(findings(WHOLE, line))
                .singleElement()
                .asString()
                .startsWith(file(2) + ": error: " + reason);
    }

    @Test
    void anEmptyLineIsARejectedRecordAsInAReplay() throws IOException {
        assertThat(findings(WHOLE, "", WHOLE.replace("\"all\"", "\"zzz\"")))
                .contains(file(2) + ": error: EMPTY: the record has no value");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"clock\":{\"start\":\"ISSUED\",\"duration\":\"PT0S\"}",
                "\"clock\":{\"start\":\"ISSUED\",\"duration\":\"-PT1H\"}",
                "\"clock\":{\"start\":\"ISSUED\",\"duration\":\"P1M\"}",
            })
    void aDurationThatIsNoneIsAnError(String clock) throws IOException {
        String line =
                WHOLE.replace("\"clock\":{\"start\":\"ISSUED\",\"duration\":\"PT24H\"}", clock);

        assertThat(findings(line)).singleElement().asString().contains(": error: ", "duration");
    }

    @Test
    void anEndThatIsNotAfterTheBeginningIsAnError() throws IOException {
        assertThat(findings(policy("a", 1, "2024-01-01", "2024-01-01", 0, "PT1H", "")))
                .containsExactly(
                        file(1)
                                + ": error: OUT_OF_RANGE: effective_to must be after"
                                + " effective_from");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            textBlock =
                    """
                    PT24H     ~ "warn_at":[0]                                    ~ error: OUT_OF_RANGE: warn_at[]
                    PT24H     ~ "warn_at":[0.5,1]                                ~ error: all version 1: warn_at holds 1
                    PT24H     ~ "warn_at":[0.75,0.5]                             ~ error: all version 1: warn_at is not ascending
                    PT24H     ~ "warn_at":[0.5,0.5]                              ~ error: all version 1: warn_at is not ascending
                    PT24H     ~ "confirm":{"consecutive":2,"vantages":3}         ~ error: all version 1: confirm asks for 2 downs from 3 vantages
                    PT3H      ~ "confirm":{"hold":"PT4H"}                        ~ warning: all version 1: confirm.hold (4 h) is longer than the duration (3 h)
                    PT6H      ~ "ack_within":"PT12H"                             ~ warning: all version 1: ack_within (12 h) is longer than the duration (6 h)
                    PT24H     ~ "strikes":[{"count":0,"window":"P1D","level":1}] ~ error: OUT_OF_RANGE: strikes[].count
                    PT24H     ~ "strikes":[{"count":1,"window":"PT0S","level":1}] ~ error: all version 1: strikes: a window of zero
                    PT24H     ~ "strikes":[{"count":3,"window":"P30D","level":2},{"count":9,"window":"P90D","level":1}] ~ error: all version 1: strikes: levels are not ascending
                    PT24H     ~ "certainty":"MAYBE"                              ~ warning: all version 1: certainty is neither
                    PT24H     ~ "certainty":"UNSURE"                             ~ warning: all version 1: certainty is UNSURE, but no note
                    PT0.0001S ~ "confirm":{"hold":"PT0S"}                        ~ error: all version 1: clock.duration is under a millisecond
                    """)
    void aValueThatCannotBeMeantIsFound(String duration, String field, String finding)
            throws IOException {
        assertThat(findings(policy("all", 1, "2024-01-01", null, 0, duration, "," + field)))
                .singleElement()
                .asString()
                .startsWith(file(1) + ": " + finding);
    }

    @Test
    void anEmptyLegalBasisAndTheNameOfTheDefaultAreWarnedOf() throws IOException {
        String line = policy("default", 1, "2024-01-01", null, 0, "PT24H", "");

        assertThat(findings(line.replace("\"Law\"", "\"\"")))
                .anyMatch(finding -> finding.contains("warning: default version 1: legal_basis"))
                .anyMatch(finding -> finding.contains("warning: default version 1: policy_id is"));
    }

    @Test
    void aVersionThatStandsTwiceIsAnErrorAlsoAcrossFiles() throws IOException {
        Path other = Files.writeString(folder.resolve("other.jsonl"), WHOLE + "\n");
        Path first = write(WHOLE);

        assertThat(findings(List.of(first, other)))
                .containsExactly(
                        other
                                + ":1: error: all version 1: stands at "
                                + first
                                + ":1 already; the topic would keep only the later one");
    }

    @Test
    void versionsInForceAtTheSameTimeAreLegalButNoted() throws IOException {
        assertThat(
                        findings(
                                policy("all", 1, "2024-01-01", "2026-01-01", 0, "PT24H", ""),
                                policy("all", 2, "2025-01-01", null, 0, "PT24H", "")))
                .containsExactly(
                        file(2)
                                + ": note: all version 2: replaces version 1 ("
                                + file(1)
                                + "), which is in force too, from 2025-01-01T00:00:00.000Z to"
                                + " 2026-01-01T00:00:00.000Z");
    }

    @Test
    void aTimeBetweenVersionsWithoutAnyIsWarnedOf() throws IOException {
        assertThat(
                        findings(
                                policy("all", 1, "2024-01-01", "2025-01-01", 0, "PT24H", ""),
                                policy("all", 2, "2025-03-01", null, 0, "PT24H", "")))
                .containsExactly(
                        file(2)
                                + ": warning: all version 2: no version of this id is in force from"
                                + " 2025-01-01T00:00:00.000Z to 2025-03-01T00:00:00.000Z",
                        "note: from 2025-01-01T00:00:00.000Z to 2025-03-01T00:00:00.000Z no policy"
                                + " covers 1056 of 1056 kinds of request, which take the built-in"
                                + " default (24 h): all");
    }

    @Test
    void policiesThatMeetAtEqualPriorityAreWarnedOfWhereTheyMeet() throws IOException {
        assertThat(
                        findings(
                                WHOLE,
                                matching("b", 10, "\"actions\":[\"REMOVE\",\"DISABLE\"]"),
                                matching("c", 10, "\"actions\":[\"DISABLE\",\"DEINDEX\"]")))
                .containsExactly(
                        file(3)
                                + ": warning: c version 1 and b version 1 ("
                                + file(2)
                                + ") have the same priority 10 and match the same requests; the"
                                + " order of their ids decides for b: action DISABLE");
    }

    @Test
    void equalPrioritiesThatNeverMeetAreFine() throws IOException {
        assertThat(
                        findings(
                                WHOLE,
                                matching("b", 10, "\"actions\":[\"REMOVE\"]"),
                                matching("c", 10, "\"actions\":[\"DISABLE\"]")))
                .isEmpty();
    }

    @Test
    void aPolicyThatOthersCoverEntirelyIsWarnedOf() throws IOException {
        assertThat(
                        findings(
                                WHOLE,
                                matching("covered", 1, "\"actions\":[\"REMOVE\"]"),
                                matching(
                                        "urgent",
                                        2,
                                        "\"actions\":[\"REMOVE\"],\"urgencies\":[\"URGENT\"]"),
                                matching(
                                        "standard",
                                        2,
                                        "\"actions\":[\"REMOVE\"],\"urgencies\":[\"STANDARD\"]")))
                .containsExactly(
                        file(2)
                                + ": warning: covered version 1 can never apply: wherever it would,"
                                + " one of these does: standard version 1 ("
                                + file(4)
                                + "), urgent version 1 ("
                                + file(3)
                                + ")");
    }

    @Test
    void aVersionThatIsReplacedAsLongAsItIsInForceCanNeverApply() throws IOException {
        assertThat(
                        findings(
                                policy("all", 1, "2025-01-01", "2026-01-01", 0, "PT24H", ""),
                                policy("all", 2, "2025-01-01", null, 0, "PT24H", "")))
                .anyMatch(
                        finding ->
                                finding.startsWith(
                                        file(1) + ": warning: all version 1 can never apply"));
    }

    @Test
    void whatNoPolicyCoversIsSummedUp() throws IOException {
        assertThat(
                        findings(
                                matching("b", 0, "\"actions\":[\"REMOVE\"]"),
                                matching("c", 0, "\"actions\":[\"BLOCK\"]")))
                .containsExactly(
                        "note: from 2024-01-01T00:00:00.000Z on no policy covers 768 of 1056 kinds"
                                + " of request, which take the built-in default (24 h): action"
                                + " DISABLE, DEINDEX, LOCK_ACCOUNT");
    }

    @Test
    void theReportEndsWithTheNumbersAndWhatIsUnsure() throws IOException {
        PolicyValidation validation =
                PolicyValidation.of(
                        PolicyFiles.read(
                                List.of(
                                        write(
                                                policy(
                                                        "all",
                                                        3,
                                                        "2024-01-01",
                                                        null,
                                                        0,
                                                        "PT6H",
                                                        ",\"ack_within\":\"P1D\","
                                                                + "\"certainty\":\"UNSURE\","
                                                                + "\"note\":\"The date.\"")))));

        assertThat(validation.report())
                .hasSize(3)
                .endsWith(
                        "1 policy: 0 errors, 1 warning, 0 notes.", "Marked UNSURE: all version 3.");
    }

    private List<String> findings(String... lines) throws IOException {
        return findings(List.of(write(lines)));
    }

    private static List<String> findings(List<Path> files) throws IOException {
        return PolicyValidation.of(PolicyFiles.read(files)).findings().stream()
                .map(Finding::toString)
                .toList();
    }

    private Path write(String... lines) throws IOException {
        return Files.write(folder.resolve("policies.jsonl"), List.of(lines));
    }

    private String file(int line) {
        return folder.resolve("policies.jsonl") + ":" + line;
    }

    private static String matching(String id, int priority, String match) {
        return policy(id, 1, "2024-01-01", null, priority, "PT24H", ",\"match\":{" + match + "}");
    }

    private static String policy(
            String id,
            int version,
            String from,
            String to,
            int priority,
            String duration,
            String more) {
        return "{\"policy_id\":\"%s\",\"version\":%d,\"effective_from\":\"%sT00:00:00.000Z\",%s\"legal_basis\":\"Law\",\"priority\":%d,\"clock\":{\"start\":\"ISSUED\",\"duration\":\"%s\"}%s}"
                .formatted(
                        id,
                        version,
                        from,
                        to == null ? "" : "\"effective_to\":\"" + to + "T00:00:00.000Z\",",
                        priority,
                        duration,
                        more);
    }
}
