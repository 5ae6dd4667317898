package vn.takedown.compliance.sink.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.takedown.model.alerting.Alert;
import vn.takedown.model.alerting.AlertKind;
import vn.takedown.model.alerting.Resolution;
import vn.takedown.model.alerting.Severity;
import vn.takedown.model.reference.ProviderType;

class KeepAlertmanagerInStepTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final long NOW = Instant.parse("2026-01-31T07:15:00Z").toEpochMilli();
    private static final long MINUTE = 60_000;
    private static final AlertmanagerSettings SETTINGS =
            new AlertmanagerSettings(
                    List.of(URI.create("http://localhost:9093")),
                    Duration.ofMinutes(1),
                    Duration.ofHours(1),
                    Duration.ofHours(1),
                    "https://example.org/RUNBOOK.md");

    private KeyedOneInputStreamOperatorTestHarness<String, Alert, AlertPost> harness;

    @BeforeEach
    void open() throws Exception {
        harness = harness();
        harness.open();
        harness.setProcessingTime(NOW);
        harness.processWatermark(NOW);
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, Alert, AlertPost> harness()
            throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new KeepAlertmanagerInStep(SETTINGS)),
                Alert::key,
                Types.STRING);
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void anAlertIsToldAtOnceAndAgainBeforeItExpires() throws Exception {
        tell(firing(Severity.CRITICAL));
        assertThat(posts()).hasSize(1);

        harness.setProcessingTime(NOW + MINUTE);
        JsonNode renewed = posts().get(1);
        assertThat(renewed.get("labels")).isEqualTo(posts().get(0).get("labels"));
        assertThat(renewed.get("endsAt").asText()).isEqualTo("2026-01-31T08:16:00.000Z");
        assertThat(renewed.get("startsAt").asText()).isEqualTo("2026-01-31T07:14:00.000Z");
    }

    @Test
    void labelsHoldOnlyWhatNeverChanges() throws Exception {
        tell(firing(Severity.CRITICAL));

        JsonNode post = posts().get(0);
        List<String> labels = new ArrayList<>();
        post.get("labels").fieldNames().forEachRemaining(labels::add);
        assertThat(labels)
                .containsExactly(
                        "alertname",
                        "alert_key",
                        "severity",
                        "provider_id",
                        "provider_type",
                        "case_id",
                        "policy_id");
        assertThat(post.get("annotations").get("runbook_url").asText())
                .isEqualTo("https://example.org/RUNBOOK.md#sla_breach");
    }

    @Test
    void thatItIsOverIsToldForFiveMinutes() throws Exception {
        tell(firing(Severity.CRITICAL));
        harness.setProcessingTime(NOW + 10_000);
        tell(resolved());
        completeCheckpoint(1);
        int before = posts().size();
        for (int second = 11; second <= 20 * 60; second++) {
            harness.setProcessingTime(NOW + second * 1_000L);
        }

        List<JsonNode> over = posts().subList(before, posts().size());
        assertThat(over).hasSizeBetween(5, 7);
        assertThat(over)
                .extracting(post -> post.get("endsAt").asText())
                .containsOnly("2026-01-31T07:15:10.000Z");
        assertThat(harness.numKeyedStateEntries()).isZero();
    }

    @Test
    void thatItIsOverIsToldOnlyWhenACheckpointRemembersIt() throws Exception {
        tell(firing(Severity.CRITICAL));
        harness.snapshot(1, NOW);
        tell(resolved());
        harness.notifyOfCompletedCheckpoint(1);
        harness.setProcessingTime(NOW + 5_000);
        assertThat(posts()).hasSize(1);

        completeCheckpoint(2);
        harness.setProcessingTime(NOW + 6_000);
        assertThat(posts()).hasSize(2);
        assertThat(posts().get(1).get("endsAt").asText()).isEqualTo("2026-01-31T07:15:00.000Z");
    }

    @Test
    void withoutCheckpointsThatItIsOverIsToldAfterAWhile() throws Exception {
        tell(firing(Severity.CRITICAL));
        tell(resolved());
        harness.setProcessingTime(NOW + MINUTE - 1);
        assertThat(posts()).hasSize(1);

        harness.setProcessingTime(NOW + MINUTE);
        assertThat(posts()).hasSize(2);
    }

    @Test
    void aJobThatGoesOnFromBeforeTheEndHasNotToldItYet() throws Exception {
        tell(firing(Severity.CRITICAL));
        OperatorSubtaskState state = completeCheckpoint(1);
        tell(resolved());
        harness.setProcessingTime(NOW + 5_000);
        assertThat(posts()).hasSize(1);

        restart(state, NOW + 2 * MINUTE);
        assertThat(posts())
                .extracting(post -> post.get("endsAt").asText())
                .containsOnly("2026-01-31T08:17:00.000Z");
        tell(resolved());
        completeCheckpoint(2);
        harness.setProcessingTime(NOW + 3 * MINUTE);

        assertThat(last().get("endsAt").asText()).isEqualTo("2026-01-31T07:17:00.000Z");
    }

    @Test
    void aJobThatGoesOnFromAfterTheEndTellsItOnceMore() throws Exception {
        tell(firing(Severity.CRITICAL));
        tell(resolved());
        OperatorSubtaskState state = completeCheckpoint(1);

        restart(state, NOW + 10_000);

        assertThat(posts())
                .extracting(post -> post.get("endsAt").asText())
                .containsOnly("2026-01-31T07:15:00.000Z")
                .hasSize(1);
    }

    @Test
    void ifItFiresAgainBeforeTheEndWasToldItGoesOn() throws Exception {
        tell(firing(Severity.CRITICAL));
        tell(resolved());
        tell(firing(Severity.CRITICAL));
        completeCheckpoint(1);
        harness.setProcessingTime(NOW + 5_000);

        assertThat(posts())
                .extracting(post -> post.get("endsAt").asText())
                .containsExactly("2026-01-31T08:15:00.000Z", "2026-01-31T08:15:00.000Z");
    }

    private OperatorSubtaskState completeCheckpoint(long id) throws Exception {
        OperatorSubtaskState state = harness.snapshot(id, NOW);
        harness.notifyOfCompletedCheckpoint(id);
        return state;
    }

    private void restart(OperatorSubtaskState state, long at) throws Exception {
        harness.close();
        harness = harness();
        harness.initializeState(state);
        harness.open();
        harness.setProcessingTime(at);
    }

    private JsonNode last() throws IOException {
        return posts().get(posts().size() - 1);
    }

    @Test
    void thatItIsOverIsToldEvenWhenACrashTookTheMemoryOfHavingToldIt() throws Exception {
        harness.close();
        harness = harness();
        harness.open();
        harness.setProcessingTime(NOW);
        tell(resolved());
        completeCheckpoint(1);
        harness.setProcessingTime(NOW + 1_000);

        assertThat(last().get("endsAt").asText()).isEqualTo("2026-01-31T07:15:00.000Z");
    }

    @Test
    void aReplayOfThePastTellsNothing() throws Exception {
        harness.setProcessingTime(NOW + Duration.ofDays(400).toMillis());
        tell(firing(Severity.CRITICAL));
        harness.setProcessingTime(NOW + Duration.ofDays(401).toMillis());
        assertThat(posts()).isEmpty();

        tell(resolved());
        assertThat(harness.numKeyedStateEntries()).isZero();
    }

    @Test
    void aJobThatHasCaughtUpTellsWhatStillFires() throws Exception {
        long later = NOW + Duration.ofHours(5).toMillis();
        harness.setProcessingTime(later);
        tell(firing(Severity.CRITICAL));
        harness.processWatermark(later - MINUTE);
        harness.setProcessingTime(later + MINUTE);

        assertThat(posts()).hasSize(1);
    }

    @Test
    void afterARestartItIsToldAgain() throws Exception {
        tell(firing(Severity.CRITICAL));
        OperatorSubtaskState state = completeCheckpoint(1);
        restart(state, NOW + 3 * MINUTE);

        assertThat(posts()).isNotEmpty();

        tell(resolved());
        completeCheckpoint(2);
        harness.setProcessingTime(NOW + 4 * MINUTE);
        assertThat(last().get("endsAt").asText()).isEqualTo("2026-01-31T07:18:00.000Z");
    }

    @Test
    void ofAnotherSeverityItIsAnotherAlertAndTheOldOneIsOver() throws Exception {
        tell(firing(Severity.WARNING));
        tell(firing(Severity.CRITICAL));
        completeCheckpoint(1);
        harness.setProcessingTime(NOW + 1_000);

        assertThat(posts())
                .extracting(
                        post -> post.get("labels").get("severity").asText(),
                        post -> post.get("endsAt").asText())
                .containsExactly(
                        Tuple.tuple("warning", "2026-01-31T08:15:00.000Z"),
                        Tuple.tuple("critical", "2026-01-31T08:15:00.000Z"),
                        Tuple.tuple("warning", "2026-01-31T07:15:00.000Z"));
    }

    @Test
    void anotherLevelOfStrikesIsAnotherAlertThoughTheSeverityIsTheSame() throws Exception {
        tell(strikes("1"));
        tell(strikes("2"));
        completeCheckpoint(1);
        harness.setProcessingTime(NOW + 1_000);

        assertThat(posts())
                .extracting(
                        post -> post.get("labels").get("level").asText(),
                        post -> post.get("endsAt").asText())
                .containsExactly(
                        Tuple.tuple("1", "2026-01-31T08:15:00.000Z"),
                        Tuple.tuple("2", "2026-01-31T08:15:00.000Z"),
                        Tuple.tuple("1", "2026-01-31T07:15:00.000Z"));
    }

    private static Alert strikes(String level) {
        return new Alert(
                AlertKind.PROVIDER_STRIKES,
                "p-1",
                "policy-1",
                ProviderType.HOSTING,
                null,
                "policy-1",
                Severity.WARNING,
                level,
                NOW - MINUTE,
                null,
                null,
                null,
                1,
                NOW - MINUTE);
    }

    private void tell(Alert alert) throws Exception {
        harness.processElement(alert, 0);
    }

    private List<JsonNode> posts() throws IOException {
        List<JsonNode> posts = new ArrayList<>();
        for (AlertPost post : harness.extractOutputValues()) {
            posts.add(MAPPER.readTree(post.json()));
        }
        return posts;
    }

    private static Alert firing(Severity severity) {
        return alert(severity, null, null);
    }

    private static Alert resolved() {
        return alert(Severity.CRITICAL, NOW, Resolution.REMOVED);
    }

    private static Alert alert(Severity severity, Long endsAt, Resolution resolution) {
        return new Alert(
                AlertKind.SLA_BREACH,
                "p-1",
                "r-1/i-1",
                ProviderType.HOSTING,
                "r-1/i-1",
                "policy-1",
                severity,
                null,
                NOW - MINUTE,
                endsAt,
                resolution,
                NOW - MINUTE,
                1,
                NOW - MINUTE);
    }
}
