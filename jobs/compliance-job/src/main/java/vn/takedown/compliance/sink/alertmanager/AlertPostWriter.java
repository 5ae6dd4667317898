package vn.takedown.compliance.sink.alertmanager;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Locale;
import vn.takedown.compliance.document.AlertTexts;
import vn.takedown.compliance.ingest.InstantFormat;
import vn.takedown.model.alerting.Alert;

/**
 * Alerts in the form of Alertmanager's API v2. What never changes is a label; ages, deadlines and
 * texts are annotations. So is the level, which is a label too where a change of it is news.
 */
final class AlertPostWriter implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final JsonFactory FACTORY = new JsonFactory();

    private final String runbook;
    private final long expiry;

    AlertPostWriter(AlertmanagerSettings settings) {
        runbook = settings.runbook();
        expiry = settings.expiry().toMillis();
    }

    /**
     * @param now wall-clock time, milliseconds since the epoch
     */
    AlertPost write(SentAlert sent, long now) {
        Alert alert = sent.alert();
        String severity = sent.severity().name().toLowerCase(Locale.ROOT);
        long endsAt = sent.endedAt() == null ? now + expiry : sent.endedAt();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeObjectFieldStart("labels");
            text(json, "alertname", alert.kind());
            text(json, "alert_key", alert.key());
            text(json, "severity", severity);
            text(json, "provider_id", alert.providerId());
            text(json, "provider_type", sent.providerType());
            text(json, "case_id", alert.caseId());
            text(json, "policy_id", alert.policyId());
            text(json, "level", sent.level());
            json.writeEndObject();
            json.writeObjectFieldStart("annotations");
            text(json, "summary_vi", AlertTexts.VIETNAMESE.summary(alert));
            text(json, "summary_en", AlertTexts.ENGLISH.summary(alert));
            text(json, "level", alert.level());
            instant(json, "due_at", alert.dueAt());
            instant(json, "started_at", alert.startsAt());
            instant(json, "ended_at", alert.endsAt());
            text(json, "resolution", alert.resolution());
            text(json, "runbook_url", runbook + "#" + alert.kind().name().toLowerCase(Locale.ROOT));
            json.writeEndObject();
            // Event time may run ahead of the wall clock; an alert of tomorrow would not fire.
            instant(json, "startsAt", Math.min(alert.startsAt(), Math.min(now, endsAt)));
            instant(json, "endsAt", endsAt);
            json.writeEndObject();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return new AlertPost(
                alert.key() + '|' + severity + '|' + sent.level(), bytes.toByteArray());
    }

    private static void text(JsonGenerator json, String name, Object value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value.toString());
        }
    }

    private static void instant(JsonGenerator json, String name, Long value) throws IOException {
        text(json, name, value == null ? null : InstantFormat.format(value));
    }
}
