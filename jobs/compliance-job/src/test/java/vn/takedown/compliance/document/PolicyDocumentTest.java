package vn.takedown.compliance.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.takedown.compliance.sink.elasticsearch.BulkEntry;

class PolicyDocumentTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final DocumentEntries ENTRIES = new DocumentEntries(1);

    /** In force from 2026-01-31T07:00:00Z. */
    private static final PolicyDocument POLICY =
            new PolicyDocument(
                    "vn-removal-24h",
                    3,
                    1_769_842_800_000L,
                    null,
                    "147/2024/ND-CP",
                    86_400_000L,
                    7);

    @Test
    void aDocumentHoldsExactlyTheFieldsOfTheMapping() throws IOException {
        List<String> mapped = new ArrayList<>();
        try (InputStream file =
                getClass().getResourceAsStream("/elasticsearch/takedown-policies.json")) {
            MAPPER.readTree(file).get("properties").fieldNames().forEachRemaining(mapped::add);
        }
        List<String> written = new ArrayList<>();
        json(POLICY).fieldNames().forEachRemaining(written::add);
        assertThat(written).isEqualTo(mapped);
    }

    @Test
    void itTellsFromWhenOnWhichClockHeld() throws IOException {
        JsonNode json = json(POLICY);

        assertThat(json.get("label").asText()).isEqualTo("vn-removal-24h v3, PT24H");
        assertThat(json.get("effective_from").asText()).isEqualTo("2026-01-31T07:00:00.000Z");
        assertThat(json.get("effective_to").isNull()).isTrue();
        assertThat(json.get("duration_ms").asLong()).isEqualTo(86_400_000);
    }

    @Test
    void aDeletedVersionTakesThePlaceOfTheOneBefore() throws IOException {
        PolicyDocument deleted = PolicyDocument.deleted("vn-removal-24h", 3, 8);
        BulkEntry before = ENTRIES.of(POLICY);
        BulkEntry after = ENTRIES.of(deleted);

        assertThat(after.id()).isEqualTo(before.id()).isEqualTo("vn-removal-24h|3");
        assertThat(after.version()).isGreaterThan(before.version());
        assertThat(json(deleted).get("effective_from").isNull()).isTrue();
    }

    private static JsonNode json(PolicyDocument document) throws IOException {
        return MAPPER.readTree(DocumentWriter.write(document));
    }
}
