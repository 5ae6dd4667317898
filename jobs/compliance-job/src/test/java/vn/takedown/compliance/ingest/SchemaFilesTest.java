package vn.takedown.compliance.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.takedown.model.event.Action;
import vn.takedown.model.event.Category;
import vn.takedown.model.event.ObservationStatus;
import vn.takedown.model.event.RequestSource;
import vn.takedown.model.event.Urgency;
import vn.takedown.model.reference.Jurisdiction;
import vn.takedown.model.reference.ProviderType;

/** The files of all eight topics, and what those the job writes take and refuse. */
class SchemaFilesTest {

    private static final String DEAD_LETTER =
            """
            {"topic":"takedown.requests.v1","partition":0,"offset":12,"reason":"NOT_JSON",
             "detail":"the value is not JSON","record_key":null,"original_bytes":"eHl6Cg==",
             "first_seen":"2026-01-31T12:00:00.000Z"}
            """;

    private static final String ALERT =
            """
            {"alert_key":"SLA_BREACH|p-1|r-1/i-1","kind":"SLA_BREACH","severity":"critical",
             "status":"FIRING","starts_at":"2026-01-31T12:00:00.000Z","ends_at":null,
             "provider_id":"p-1","case_id":"r-1/i-1","policy_id":"decree-147","level":null,
             "summary_vi":"Quá hạn","summary_en":"Overdue",
             "updated_at":"2026-01-31T12:00:00.000Z"}
            """;

    private static final String TRANSITION =
            """
            {"case_id":"r-1/i-1","sequence":3,"provider_id":"p-1","at":"2026-01-31T12:00:00.000Z",
             "cause":"ISSUED","event_id":"e-1","state_before":null,"state_after":"ISSUED",
             "verdict_after":"PENDING","due_at":"2026-02-01T12:00:00.000Z","restated":false,
             "changes":[{"field":"state","after":"ISSUED"},
                        {"field":"removals","before":0,"after":1}]}
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                Topics.REQUESTS,
                Topics.ACKNOWLEDGEMENTS,
                Topics.OBSERVATIONS,
                Topics.PROVIDERS,
                Topics.POLICIES,
                Topics.ALERTS,
                Topics.CASE_TRANSITIONS,
                Topics.DEAD_LETTERS
            })
    void everyTopicHasASchemaOfDraft202012(String topic) {
        JsonNode schema = Schemas.text(topic);
        assertThat(schema.get("$schema").asText())
                .isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.get("$id").asText()).endsWith(":" + topic);
        assertThat(Schemas.ofSchemas().validate(schema)).isEmpty();
    }

    @Test
    void theListedValuesAreThoseOfTheModel() {
        assertListed(Topics.DEAD_LETTERS, "reason", RejectionReason.values());
        assertListed(Topics.REQUESTS, "action", Action.values());
        assertListed(Topics.REQUESTS, "category", Category.values());
        assertListed(Topics.REQUESTS, "urgency", Urgency.values());
        assertListed(Topics.REQUESTS, "source", RequestSource.values());
        assertListed(Topics.OBSERVATIONS, "status", ObservationStatus.values());
        assertListed(Topics.PROVIDERS, "type", ProviderType.values());
        assertListed(Topics.PROVIDERS, "jurisdiction", Jurisdiction.values());
    }

    private static void assertListed(String topic, String field, Enum<?>[] constants) {
        List<List<String>> lists = new ArrayList<>();
        for (JsonNode node : Schemas.text(topic).findValues(field)) {
            if (node.has("enum")) {
                List<String> names = new ArrayList<>();
                node.get("enum").forEach(name -> names.add(name.asText()));
                lists.add(names);
            }
        }
        assertThat(lists).containsExactly(Arrays.stream(constants).map(Enum::name).toList());
    }

    @Test
    void aDeadLetterHoldsItsOriginAndItsBytesInBase64() {
        JsonSchema schema = Schemas.of(Topics.DEAD_LETTERS);
        assertAccepted(schema, DEAD_LETTER);
        assertRefused(schema, DEAD_LETTER, "reason", "\"OTHER\"");
        assertRefused(schema, DEAD_LETTER, "offset", "-1");
        assertRefused(schema, DEAD_LETTER, "original_bytes", "\"not base64!\"");
        assertRefused(schema, DEAD_LETTER, "original_bytes", null);
        assertRefused(schema, DEAD_LETTER, "first_seen", "0");
    }

    @Test
    void anAlertHoldsNoKeyOfAContentOrTarget() {
        JsonSchema schema = Schemas.of(Topics.ALERTS);
        assertAccepted(schema, ALERT);
        assertRefused(schema, ALERT, "target_key", '"' + Records.KEY + '"');
        assertRefused(schema, ALERT, "content_key", '"' + Records.KEY + '"');
        assertRefused(schema, ALERT, "kind", "\"OTHER\"");
        assertRefused(schema, ALERT, "severity", "\"CRITICAL\"");
        assertRefused(schema, ALERT, "status", "\"ENDED\"");
        assertRefused(schema, ALERT, "starts_at", "null");
    }

    @Test
    void aTransitionNamesWhatItChanges() {
        JsonSchema schema = Schemas.of(Topics.CASE_TRANSITIONS);
        assertAccepted(schema, TRANSITION);
        assertRefused(schema, TRANSITION, "state_after", "null");
        assertRefused(schema, TRANSITION, "verdict_after", "\"LATE\"");
        assertRefused(schema, TRANSITION, "changes", "[{\"before\":1}]");
        assertRefused(schema, TRANSITION, "sequence", "1.5");
        assertRefused(schema, TRANSITION, "restated", null);
    }

    private static void assertAccepted(JsonSchema schema, String json) {
        assertThat(schema.validate(Records.json(json))).isEmpty();
    }

    private static void assertRefused(JsonSchema schema, String json, String field, String value) {
        ObjectNode changed = Records.with(Records.object(json), field, value);
        assertThat(schema.validate(changed)).isNotEmpty();
    }
}
