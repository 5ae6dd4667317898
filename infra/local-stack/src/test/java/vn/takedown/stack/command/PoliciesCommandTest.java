package vn.takedown.stack.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class PoliciesCommandTest {

    private static final String VIETNAM = "../policies/vietnam.jsonl";
    private static final String KEY = "ab".repeat(32);

    @TempDir private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<String> events = new ArrayList<>();

    @Test
    void filesWithoutErrorsAreDoneAndStrictFailsOnANote() {
        assertThat(run("validate", VIETNAM)).isZero();
        assertThat(out.toString()).contains("8 policies: 0 errors, 0 warnings, 2 notes.");
        assertThat(run("validate", "--strict", VIETNAM)).isEqualTo(1);
    }

    @Test
    void anErrorFails() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.jsonl"), "{}\n");

        assertThat(run("validate", file.toString())).isEqualTo(1);
        assertThat(out.toString()).contains(file + ":1: error: MISSING_FIELD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "validate",
                "validate nosuchfile",
                "validate " + VIETNAM + " --unknown",
                "validate " + VIETNAM + " --urgency standard",
                "validate " + VIETNAM + " --urgency soon",
                "validate " + VIETNAM + " --providers " + VIETNAM,
                "validate " + VIETNAM + " --request nosuchfile",
                "validate " + VIETNAM + " --request - --urgency standard",
                "validate "
                        + VIETNAM
                        + " --issued-at yesterday --provider-type isp --jurisdiction domestic"
                        + " --action block --category csam --urgency urgent"
            })
    void wrongUsageIsTold(String arguments) {
        assertThat(run(arguments.isEmpty() ? new String[0] : arguments.split(" "))).isEqualTo(2);
        assertThat(err.toString()).contains("Usage: ");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void helpIsThereOnEveryLevel() {
        assertThat(run("--help")).isZero();
        assertThat(run("validate", "--help")).isZero();
        assertThat(out.toString()).contains("policies [-hV]", "policies validate [-hV]");
    }

    @Test
    void aRequestToldByOptionsShowsWhyEveryPolicyAppliesOrNot() {
        int code =
                run(
                        "validate",
                        VIETNAM,
                        "--issued-at",
                        "2026-07-03T08:00:00Z",
                        "--provider-type",
                        "social",
                        "--jurisdiction",
                        "domestic",
                        "--action",
                        "remove",
                        "--category",
                        "violence",
                        "--urgency",
                        "urgent");

        assertThat(code).isZero();
        assertThat(out.toString().lines())
                .containsSubsequence(
                        "Provider: SOCIAL, DOMESTIC",
                        "  vn-security-6h version 1 (priority 40): APPLIES: in force from"
                                + " 2026-06-30T17:00:00.000Z on, matches, and nothing that matches"
                                + " ranks higher",
                        "  vn-isp-block-3h version 1 (priority 30): does not match: provider type"
                                + " is SOCIAL, not ISP; action is REMOVE, not BLOCK",
                        "  vn-removal-24h version 3 (priority 10): matches, but vn-security-6h"
                                + " version 1 has a higher priority",
                        "  vn-removal-24h version 2 (priority 10): not in force any more since"
                                + " 2026-06-30T17:00:00.000Z",
                        "  built-in default: not needed",
                        "Why this deadline:",
                        "  t0         2026-07-03T08:00:00.000Z  the clock of this policy starts at"
                                + " ISSUED",
                        "  + duration 6 h = 2026-07-03T14:00:00.000Z while nothing stops the clock",
                        "  = due_at   2026-07-03T14:00:00.000Z (Fri 2026-07-03 21:00:00.000 in"
                                + " Asia/Ho_Chi_Minh)",
                        "Legal basis: Cybersecurity Law 116/2025/QH15 art. 25(2)(b): 6 h where"
                                + " national security is urgent (of the policy)",
                        "Certainty: UNSURE");
    }

    @Test
    void pausesAndHoldsAreCountedOnceAndOnlyBeforeTheDeadline() throws IOException {
        issued("2026-07-03T08:00:00.000Z", "REMOVE", "CSAM", ",\"legal_basis\":\"Order 7\"");
        update("PAUSED", "2026-07-03T10:00:00.000Z");
        update("HELD", "2026-07-03T11:00:00.000Z");
        update("RESUMED", "2026-07-03T12:00:00.000Z");
        update("RELEASED", "2026-07-03T14:30:00.000Z");
        update("PAUSED", "2026-07-04T13:00:00.000Z");
        update("RESUMED", "2026-07-04T14:00:00.000Z");
        update("DELIVERED", "2026-07-03T07:00:00.000Z");

        assertThat(explain(provider("SOCIAL"))).isZero();
        assertThat(out.toString().lines())
                .containsSubsequence(
                        "  2026-07-03T07:00:00.000Z DELIVERED: ignored: dated before issued_at",
                        "  2026-07-03T10:00:00.000Z PAUSED: the clock stops",
                        "  2026-07-03T11:00:00.000Z HELD: the clock stands still already; overlaps"
                                + " count once",
                        "  2026-07-03T12:00:00.000Z RESUMED: the clock stands still already;"
                                + " overlaps count once",
                        "  2026-07-03T14:30:00.000Z RELEASED: the clock runs on; + 4 h 30 min"
                                + " paused since 2026-07-03T10:00:00.000Z; due"
                                + " 2026-07-04T12:30:00.000Z",
                        "  2026-07-04T13:00:00.000Z PAUSED: changes nothing: the deadline had"
                                + " passed",
                        "  2026-07-04T14:00:00.000Z RESUMED: changes nothing: no stop that counts"
                                + " was open",
                        "  = due_at   2026-07-04T12:30:00.000Z (Sat 2026-07-04 19:30:00.000 in"
                                + " Asia/Ho_Chi_Minh) after 4 h 30 min paused",
                        "Legal basis: Order 7 (of the request)");
    }

    @Test
    void aClockThatStartsAtDeliveryCountsOnlyWhatComesAfterIt() throws IOException {
        issued("2026-07-03T08:00:00.000Z", "DISABLE", "OTHER", "");
        update("PAUSED", "2026-07-03T09:00:00.000Z");
        update("DELIVERED", "2026-07-03T10:00:00.000Z");
        update("RESUMED", "2026-07-03T11:00:00.000Z");

        assertThat(explain(provider("APP_STORE"))).isZero();
        assertThat(out.toString().lines())
                .containsSubsequence(
                        "  t0         2026-07-03T10:00:00.000Z  the clock of this policy starts at"
                                + " DELIVERED",
                        "  2026-07-03T09:00:00.000Z PAUSED: before t0, where nothing counts",
                        "  2026-07-03T10:00:00.000Z DELIVERED: gives t0, but the clock is stopped",
                        "  2026-07-03T11:00:00.000Z RESUMED: the clock runs on; + 1 h paused since"
                                + " 2026-07-03T10:00:00.000Z; due 2026-07-04T11:00:00.000Z");
    }

    @Test
    void withoutDeliveryThereIsNoDeadlineAndAnOpenPauseHasNone() throws IOException {
        issued("2026-07-03T08:00:00.000Z", "DISABLE", "OTHER", "");
        assertThat(explain(provider("APP_STORE"))).isZero();
        assertThat(out.toString())
                .contains("= due_at   none: without DELIVERED the clock has not started");

        update("DELIVERED", "2026-07-03T09:00:00.000Z");
        update("PAUSED", "2026-07-03T10:00:00.000Z");
        assertThat(explain(provider("APP_STORE"))).isZero();
        assertThat(out.toString()).contains("= due_at   none: the clock stands still");
    }

    @Test
    void withoutTheRegistryOnlyPoliciesThatNameNoProviderMatch() throws IOException {
        issued("2026-07-03T08:00:00.000Z", "BLOCK", "CSAM", "");

        assertThat(run("validate", VIETNAM, "--request", request().toString())).isZero();
        assertThat(out.toString())
                .contains("Provider: p-1 is not in the registry")
                .contains("does not match: provider type is unknown, not ISP")
                .contains("built-in default: APPLIES, as no policy matches");
    }

    @Test
    void aFileThatIsNotTheEventsOfOneCaseFails() throws IOException {
        update("PAUSED", "2026-07-03T10:00:00.000Z");
        assertThat(explain(provider("SOCIAL"))).isEqualTo(1);
        assertThat(err.toString()).contains("there is no ISSUED event");

        issued("2026-07-03T08:00:00.000Z", "REMOVE", "CSAM", "");
        events.add("{}");
        assertThat(explain(provider("SOCIAL"))).isEqualTo(1);
        assertThat(err.toString()).contains(":3: no request event: MISSING_FIELD: schema_version");
    }

    private int explain(Path providers) throws IOException {
        return run(
                "validate",
                VIETNAM,
                "--request",
                request().toString(),
                "--providers",
                providers.toString());
    }

    private Path request() throws IOException {
        return Files.write(folder.resolve("request.jsonl"), events);
    }

    private Path provider(String type) throws IOException {
        return Files.writeString(
                folder.resolve("providers.jsonl"),
                "{\"provider_id\":\"p-1\",\"name\":\"P\",\"type\":\""
                        + type
                        + "\",\"jurisdiction\":\"DOMESTIC\",\"country\":\"VN\",\"asns\":[]}\n");
    }

    private void issued(String at, String action, String category, String more) {
        event(
                "ISSUED",
                at,
                ",\"action\":\""
                        + action
                        + "\",\"category\":\""
                        + category
                        + "\",\"urgency\":\"STANDARD\",\"authority_id\":\"a-1\","
                        + "\"source\":\"AUTHORITY\""
                        + more);
    }

    private void update(String type, String at) {
        event(type, at, "");
    }

    private void event(String type, String at, String more) {
        events.add(
                ("{\"schema_version\":1,\"event_id\":\"e-%d\",\"occurred_at\":\"%s\","
                                + "\"event_type\":\"%s\",\"request_id\":\"r-1\",\"item_id\":\"1\","
                                + "\"provider_id\":\"p-1\",\"target_key\":\"%s\"%s}")
                        .formatted(events.size(), at, type, KEY, more));
    }

    private int run(String... arguments) {
        return new CommandLine(new PoliciesCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new Failures())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
