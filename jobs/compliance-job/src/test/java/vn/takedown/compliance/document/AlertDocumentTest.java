package vn.takedown.compliance.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.takedown.compliance.ingest.Topics;
import vn.takedown.model.alerting.Alert;
import vn.takedown.model.alerting.AlertKind;
import vn.takedown.model.alerting.BurnWindow;
import vn.takedown.model.alerting.Resolution;
import vn.takedown.model.alerting.Severity;
import vn.takedown.model.reference.ProviderType;

class AlertDocumentTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** 2026-01-31T07:15:00Z. */
    private static final long STARTS_AT = 1_769_843_700_000L;

    @Test
    void everyAlertThatCanBeFollowsTheSchemaOfItsTopic() throws IOException {
        JsonSchema schema;
        try (InputStream file =
                getClass().getResourceAsStream("/schemas/" + Topics.ALERTS + ".json")) {
            schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(file);
        }
        for (Alert alert : all()) {
            assertThat(schema.validate(MAPPER.readTree(DocumentWriter.write(alert))))
                    .as("%s", alert)
                    .isEmpty();
        }
    }

    @Test
    void everyAlertThatCanBeHasAFinishedSentenceInBothLanguages() throws IOException {
        for (Alert alert : all()) {
            JsonNode document = MAPPER.readTree(DocumentWriter.write(alert));
            for (String field : List.of("summary_vi", "summary_en")) {
                assertThat(document.get(field).asText())
                        .as("%s", alert)
                        .endsWith(".")
                        .doesNotContain("{", "}", "null")
                        .contains(alert.caseId() == null ? "p-1" : "r-1/i-1");
            }
        }
    }

    @Test
    void aDocumentHoldsExactlyTheFieldsOfTheMapping() throws IOException {
        List<String> mapped = new ArrayList<>();
        try (InputStream file =
                getClass().getResourceAsStream("/elasticsearch/takedown-alerts.json")) {
            names(MAPPER.readTree(file).get("properties")).forEachRemaining(mapped::add);
        }
        List<String> written = new ArrayList<>();
        names(MAPPER.readTree(DocumentWriter.write(all().get(0)))).forEachRemaining(written::add);
        assertThat(written).isEqualTo(mapped);
    }

    private static Iterator<String> names(JsonNode node) {
        return node.fieldNames();
    }

    @Test
    void instantsInASummaryAreInVietnamsTime() {
        Alert breach = alert(AlertKind.SLA_BREACH, null, null);

        assertThat(AlertTexts.ENGLISH.summary(breach)).contains("2026-01-31 14:15");
        assertThat(AlertTexts.VIETNAMESE.summary(breach)).contains("31/01/2026 14:15");
    }

    @Test
    void anAlertThatIsOverSaysWhy() {
        Alert overdue = alert(AlertKind.SLA_OVERDUE, null, Resolution.BREACHED);

        assertThat(AlertTexts.ENGLISH.summary(overdue))
                .endsWith("Over on 2026-01-31 14:15: it is a breach.");
    }

    private static List<Alert> all() {
        List<Alert> all = new ArrayList<>();
        for (AlertKind kind : AlertKind.values()) {
            List<String> levels = new ArrayList<>();
            switch (kind) {
                case DEADLINE_NEAR -> levels.addAll(List.of("0.5", "0.75"));
                case CONTENT_RECIDIVISM -> levels.addAll(List.of("LOOSE", "STRICT"));
                case PROVIDER_STRIKES -> levels.add("2");
                default -> levels.add(null);
            }
            for (String level : levels) {
                all.add(alert(kind, level, null));
                for (Resolution resolution : Resolution.values()) {
                    all.add(alert(kind, level, resolution));
                }
            }
        }
        for (BurnWindow window : BurnWindow.values()) {
            all.add(burn(window, null));
            all.add(burn(window, Resolution.BURN_SLOWED));
        }
        return all;
    }

    private static Alert alert(AlertKind kind, String level, Resolution resolution) {
        boolean ofCase = kind != AlertKind.PROVIDER_STRIKES && kind != AlertKind.MONITOR_BLIND;
        return new Alert(
                kind,
                "p-1",
                ofCase ? "r-1/i-1" : "policy-1",
                ProviderType.HOSTING,
                ofCase ? "r-1/i-1" : null,
                kind == AlertKind.MONITOR_BLIND ? null : "policy-1",
                Severity.CRITICAL,
                level,
                STARTS_AT,
                resolution == null ? null : STARTS_AT,
                resolution,
                null,
                1,
                STARTS_AT);
    }

    private static Alert burn(BurnWindow window, Resolution resolution) {
        return new Alert(
                AlertKind.PROVIDER_STRIKES,
                "p-1",
                window.subject(),
                null,
                null,
                null,
                Severity.WARNING,
                "1",
                STARTS_AT,
                resolution == null ? null : STARTS_AT,
                resolution,
                null,
                1,
                STARTS_AT);
    }
}
