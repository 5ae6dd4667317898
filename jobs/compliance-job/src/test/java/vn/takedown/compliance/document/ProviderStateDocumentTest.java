package vn.takedown.compliance.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.takedown.model.alerting.BurnTerms;
import vn.takedown.model.reference.Jurisdiction;
import vn.takedown.model.reference.ProviderType;
import vn.takedown.model.standing.CaseStanding;
import vn.takedown.model.standing.DueBook;
import vn.takedown.model.standing.DueOutcome;
import vn.takedown.model.standing.ProviderStanding;
import vn.takedown.model.standing.StandingChange;

class ProviderStateDocumentTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final long HOUR = DueBook.HOUR;

    /** 2026-01-31T07:00:00Z. */
    private static final long AS_OF = 1_769_842_800_000L;

    @Test
    void aDocumentHoldsExactlyTheFieldsOfTheMapping() throws IOException {
        List<String> mapped = new ArrayList<>();
        try (InputStream file =
                getClass().getResourceAsStream("/elasticsearch/takedown-provider-states.json")) {
            MAPPER.readTree(file).get("properties").fieldNames().forEachRemaining(mapped::add);
        }
        List<String> written = new ArrayList<>();
        json(document(AS_OF, false)).fieldNames().forEachRemaining(written::add);
        assertThat(written).isEqualTo(mapped);
    }

    @Test
    void figuresAreThoseOfTheStanding() throws IOException {
        JsonNode json = json(document(AS_OF, false));

        assertThat(json.get("as_of").asText()).isEqualTo("2026-01-31T07:00:00.000Z");
        assertThat(json.get("overdue_cases").asLong()).isEqualTo(1);
        assertThat(json.get("overdue_1_3d").asLong()).isEqualTo(1);
        assertThat(json.get("oldest_overdue_ms").asLong()).isEqualTo(30 * HOUR);
        assertThat(json.get("due_6h").asLong()).isEqualTo(1);
        assertThat(json.get("burn_6h").isNull()).isTrue();
        assertThat(json.get("late_3d").asLong()).isEqualTo(1);
        assertThat(json.get("burn_3d").asDouble()).isEqualTo(10.0);
        assertThat(json.get("compliance_90d").asDouble()).isEqualTo(0.5);
    }

    @Test
    void aLaterStateHasAHigherVersionAndTheLastTheHighest() {
        DocumentEntries entries = new DocumentEntries(1);
        long first = entries.of(document(AS_OF, false)).version();

        assertThat(entries.of(document(AS_OF + HOUR, false)).version()).isGreaterThan(first);
        assertThat(entries.of(document(AS_OF, true)).version()).isGreaterThan(first);
        assertThat(first - (1L << 40)).isLessThan(1L << 28);
    }

    private static JsonNode json(ProviderStateDocument document) throws IOException {
        return MAPPER.readTree(DocumentWriter.write(document));
    }

    private static ProviderStateDocument document(long asOf, boolean last) {
        DueBook book = new DueBook();
        book.apply(opened(new CaseStanding(true, AS_OF - 30 * HOUR, DueOutcome.LATE)));
        book.apply(opened(new CaseStanding(false, AS_OF - 2 * HOUR, DueOutcome.ON_TIME)));
        return new ProviderStateDocument(
                ProviderStanding.of("p-1", AS_OF, book),
                "Name",
                ProviderType.HOSTING,
                Jurisdiction.DOMESTIC,
                1L,
                3,
                2L,
                1L,
                new BurnTerms(950_000, 2),
                asOf,
                last);
    }

    private static StandingChange opened(CaseStanding after) {
        return new StandingChange("p-1", AS_OF, CaseStanding.NONE, after);
    }
}
