package vn.takedown.compliance.sink.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.takedown.model.alerting.Alert;
import vn.takedown.model.alerting.AlertKind;
import vn.takedown.model.alerting.Resolution;
import vn.takedown.model.alerting.Severity;

class AlertPostWriterTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path RUNBOOK = Path.of("../../infra/alertmanager/RUNBOOK.md");
    private static final long NOW = Instant.parse("2026-01-31T07:15:00Z").toEpochMilli();
    private static final long HOUR = Duration.ofHours(1).toMillis();

    private final AlertPostWriter writer =
            new AlertPostWriter(
                    new AlertmanagerSettings(
                            List.of(URI.create("http://localhost:9093")),
                            Duration.ofMinutes(1),
                            Duration.ofHours(1),
                            Duration.ofHours(2),
                            "https://example.org/RUNBOOK.md"));

    @ParameterizedTest
    @EnumSource
    void everyAlertLeadsToItsEntryOfTheRunbook(AlertKind kind) throws IOException {
        String link =
                write(firing(kind, NOW - HOUR)).get("annotations").get("runbook_url").asText();

        assertThat(link).startsWith("https://example.org/RUNBOOK.md#");
        String entry = link.substring(link.indexOf('#') + 1);
        assertThat(entry).isEqualTo(kind.name().toLowerCase(Locale.ROOT));
        assertThat(Files.readAllLines(RUNBOOK)).contains("## " + entry);
    }

    @ParameterizedTest
    @EnumSource
    void theLabelsAreTheSameWhenItIsOver(AlertKind kind) throws IOException {
        SentAlert firing = firing(kind, NOW - HOUR);
        SentAlert over = firing.with(alert(kind, NOW - HOUR, NOW)).ended(NOW);

        assertThat(write(over).get("labels")).isEqualTo(write(firing).get("labels"));
        assertThat(writer.write(over, NOW).identity())
                .isEqualTo(writer.write(firing, NOW).identity());
    }

    @Test
    void itExpiresUnlessItIsSentAgain() throws IOException {
        JsonNode post = write(firing(AlertKind.SLA_BREACH, NOW - HOUR));

        assertThat(post.get("startsAt").asText()).isEqualTo("2026-01-31T06:15:00.000Z");
        assertThat(post.get("endsAt").asText()).isEqualTo("2026-01-31T08:15:00.000Z");
    }

    @Test
    void whenEventTimeIsAheadOfTheClockItStartsNow() throws IOException {
        JsonNode post = write(firing(AlertKind.SLA_BREACH, NOW + HOUR));

        assertThat(post.get("startsAt").asText()).isEqualTo("2026-01-31T07:15:00.000Z");
        assertThat(post.get("annotations").get("started_at").asText())
                .isEqualTo("2026-01-31T08:15:00.000Z");
    }

    @Test
    void itNeverStartsAfterItHasEnded() throws IOException {
        SentAlert over = firing(AlertKind.SLA_BREACH, NOW + HOUR).ended(NOW - HOUR);

        assertThat(write(over).get("startsAt")).isEqualTo(write(over).get("endsAt"));
    }

    @Test
    void whyItIsOverIsAnAnnotation() throws IOException {
        SentAlert over =
                firing(AlertKind.SLA_OVERDUE, NOW - HOUR)
                        .with(alert(AlertKind.SLA_OVERDUE, NOW - HOUR, NOW))
                        .ended(NOW);

        JsonNode annotations = write(over).get("annotations");
        assertThat(annotations.get("resolution").asText()).isEqualTo("REMOVED");
        assertThat(annotations.get("summary_en").asText()).contains("a removal was confirmed");
        assertThat(annotations.get("ended_at").asText()).isEqualTo("2026-01-31T07:15:00.000Z");
    }

    @Test
    void whatIsNotKnownIsLeftOut() throws IOException {
        JsonNode post = write(firing(AlertKind.MONITOR_BLIND, NOW - HOUR));

        assertThat(post.get("labels").has("case_id")).isFalse();
        assertThat(post.get("labels").has("provider_type")).isFalse();
        assertThat(post.get("annotations").has("level")).isFalse();
        assertThat(post.toString()).doesNotContain("null");
    }

    private JsonNode write(SentAlert sent) throws IOException {
        return MAPPER.readTree(writer.write(sent, NOW).json());
    }

    private static SentAlert firing(AlertKind kind, long startsAt) {
        return SentAlert.firing(alert(kind, startsAt, null));
    }

    private static Alert alert(AlertKind kind, long startsAt, Long endsAt) {
        boolean ofCase = kind != AlertKind.PROVIDER_STRIKES && kind != AlertKind.MONITOR_BLIND;
        String level =
                switch (kind) {
                    case DEADLINE_NEAR -> "0.5";
                    case CONTENT_RECIDIVISM -> "STRICT";
                    case PROVIDER_STRIKES -> "2";
                    default -> null;
                };
        return new Alert(
                kind,
                "p-1",
                ofCase ? "r-1/i-1" : "p-1",
                null,
                ofCase ? "r-1/i-1" : null,
                kind == AlertKind.MONITOR_BLIND ? null : "policy-1",
                Severity.WARNING,
                level,
                startsAt,
                endsAt,
                endsAt == null ? null : Resolution.REMOVED,
                null,
                1,
                startsAt);
    }
}
