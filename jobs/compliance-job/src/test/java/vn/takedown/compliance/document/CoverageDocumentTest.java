package vn.takedown.compliance.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.takedown.model.coverage.HourCoverage;

class CoverageDocumentTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** 2020-07-01T03:00:00Z. */
    private static final long HOUR = 1_593_572_400_000L;

    @Test
    void aDocumentHoldsExactlyTheFieldsOfTheMapping() throws IOException {
        try (InputStream file =
                getClass().getResourceAsStream("/elasticsearch/takedown-coverage.json")) {
            List<String> mapped = new ArrayList<>();
            MAPPER.readTree(file).get("properties").fieldNames().forEachRemaining(mapped::add);
            List<String> written = new ArrayList<>();
            json(document(4, 3)).fieldNames().forEachRemaining(written::add);
            assertThat(written).isEqualTo(mapped);
        }
    }

    @Test
    void coverageIsTheShareOfTheOpenCasesThatWasObserved() throws IOException {
        assertThat(json(document(4, 3)).get("coverage").asDouble()).isEqualTo(0.75);
        assertThat(json(document(0, 0)).get("coverage").isNull()).isTrue();
    }

    @Test
    void theIdIsTheHourAndTheProvider() throws IOException {
        assertThat(document(4, 3).id()).isEqualTo("2020-07-01T03:00:00.000Z|p-1");
        assertThat(json(document(4, 3)).get("hour").asText()).isEqualTo("2020-07-01T03:00:00.000Z");
    }

    private static JsonNode json(CoverageDocument document) throws IOException {
        return MAPPER.readTree(DocumentWriter.write(document));
    }

    private static CoverageDocument document(long open, long observed) {
        return new CoverageDocument(
                "p-1",
                new HourCoverage(HOUR, open, observed, 21, 1, 2, 3, 4, 5, 6, 3, HOUR + 59_000, 40),
                HOUR + 3_600_000);
    }
}
