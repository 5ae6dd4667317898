package vn.takedown.compliance.sink.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.takedown.compliance.sink.elasticsearch.Entries.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SinkDeadLetterTest {

    private static final Instant NOW = Instant.parse("2026-01-31T07:15:00.120Z");

    @Test
    void itNamesTheAliasTheVersionAndTheErrorTypeAndKeepsTheBytes() throws IOException {
        BulkEntry refused = entry("takedown-cases", "r/1", 9, "{\"zz\":1}");

        BulkEntry letter = SinkDeadLetter.of(refused, "mapper_parsing_exception", NOW, 1 << 20);

        assertThat(letter.index()).isEqualTo("takedown-dead-letters");
        assertThat(letter.id()).matches("takedown-cases\\|-1\\|9\\|[0-9a-f]{32}");
        assertThat(letter.version()).isEqualTo(9);
        JsonNode document = new ObjectMapper().readTree(letter.source());
        assertThat(document.get("topic").textValue()).isEqualTo("takedown-cases");
        assertThat(document.get("partition").intValue()).isEqualTo(-1);
        assertThat(document.get("offset").longValue()).isEqualTo(9);
        assertThat(document.get("reason").textValue()).isEqualTo("SINK_REJECTED");
        assertThat(document.get("detail").textValue()).isEqualTo("mapper_parsing_exception");
        assertThat(document.get("first_seen").textValue()).isEqualTo("2026-01-31T07:15:00.120Z");
        assertThat(document.get("record_key").binaryValue()).asString().isEqualTo("r/1");
        assertThat(document.get("original_bytes").binaryValue()).isEqualTo(refused.source());
    }

    @Test
    void documentsOfOneVersionHaveDeadLettersOfTheirOwn() {
        assertThat(SinkDeadLetter.of(entry("a", 1), "x", NOW, 1 << 20).id())
                .isNotEqualTo(SinkDeadLetter.of(entry("b", 1), "x", NOW, 1 << 20).id())
                .isEqualTo(SinkDeadLetter.of(entry("a", 1), "y", NOW, 1 << 20).id());
    }

    @Test
    void bytesThatWouldNotFitAreLeftOut() throws IOException {
        BulkEntry refused = entry("i", "x".repeat(2000), -3, "y".repeat(5000));

        BulkEntry letter = SinkDeadLetter.of(refused, "record_too_large", NOW, 4096);

        JsonNode document = new ObjectMapper().readTree(letter.source());
        assertThat(document.get("original_bytes").isNull()).isTrue();
        assertThat(document.get("record_key").binaryValue()).hasSize(512);
        assertThat(letter.version()).isZero();
        assertThat(letter.serializedSize()).isLessThan(4096);
    }
}
