package vn.takedown.compliance.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.takedown.compliance.ingest.Parsing.assertRejected;
import static vn.takedown.compliance.ingest.Parsing.parsed;
import static vn.takedown.compliance.ingest.Records.with;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.takedown.model.reference.Jurisdiction;
import vn.takedown.model.reference.Provider;
import vn.takedown.model.reference.ProviderType;

class ProviderParserTest {

    private final ProviderParser parser = new ProviderParser();

    private Provider read(String field, String json) {
        ReferenceRecord record = parsed(parser, with(Records.provider(), field, json));
        return ((ReferenceRecord.ProviderRecord) record).provider();
    }

    @Test
    void aProviderIsReadWithAllItsFields() {
        assertThat(parsed(parser, Records.provider()))
                .isEqualTo(
                        new ReferenceRecord.ProviderRecord(
                                new Provider(
                                        "p-1",
                                        "Nhà mạng Một",
                                        ProviderType.ISP,
                                        Jurisdiction.DOMESTIC,
                                        "VN",
                                        Set.of(7552L, 4_294_967_295L, 0L))));
    }

    @Test
    void aProviderMayHaveNoAsnsOrNameOneTwice() {
        assertThat(read("asns", "[]").asns()).isEmpty();
        assertThat(read("asns", "[1,1]").asns()).containsExactly(1L);
    }

    @Test
    void schemaVersionMayBeLeftOutButIsOneWhenThere() {
        assertThat(read("schema_version", "1")).isEqualTo(read("schema_version", "null"));
        assertRejected(
                parser,
                with(Records.provider(), "schema_version", "2"),
                RejectionReason.UNSUPPORTED_SCHEMA_VERSION,
                "schema_version ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"provider_id", "name", "type", "jurisdiction", "country", "asns"})
    void eachFieldIsNeeded(String field) {
        for (String absent : new String[] {null, "null"}) {
            assertRejected(
                    parser,
                    with(Records.provider(), field, absent),
                    RejectionReason.MISSING_FIELD,
                    field + " is required");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "provider_id;\"\";INVALID_ID;provider_id must have",
                "name;1;WRONG_TYPE;name must be a string",
                "type;\"BANK\";UNKNOWN_VALUE;type must be",
                "jurisdiction;\"VN\";UNKNOWN_VALUE;jurisdiction must be",
                "country;[];WRONG_TYPE;country must be a string",
                "asns;7552;WRONG_TYPE;asns must be an array",
                "asns;{};WRONG_TYPE;asns must be an array",
                "asns;[1,null];WRONG_TYPE;asns[] must not be null",
                "asns;[\"7552\"];WRONG_TYPE;asns[] must be an integer",
                "asns;[[1]];WRONG_TYPE;asns[] must be an integer",
                "asns;[1,-1,\"x\"];OUT_OF_RANGE;asns[] must have 32 bits",
                "asns;[4294967296];OUT_OF_RANGE;asns[] must have 32 bits",
            })
    void aBadFieldIsNamedWithItsRule(
            String field, String json, RejectionReason reason, String detail) {
        assertRejected(parser, with(Records.provider(), field, json), reason, detail);
    }
}
