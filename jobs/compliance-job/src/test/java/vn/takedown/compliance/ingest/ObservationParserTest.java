package vn.takedown.compliance.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.takedown.compliance.ingest.Parsing.assertRejected;
import static vn.takedown.compliance.ingest.Parsing.parsed;
import static vn.takedown.compliance.ingest.Records.with;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.takedown.model.event.ControlStatus;
import vn.takedown.model.event.Observation;
import vn.takedown.model.event.ObservationStatus;
import vn.takedown.model.event.Vantage;

class ObservationParserTest {

    private static final Observation EXPECTED =
            new Observation(
                    "e-3",
                    Records.NOON,
                    "p-1",
                    Records.KEY,
                    ObservationStatus.DOWN_HARD,
                    new Vantage("hn-1", "VN", 7552),
                    ControlStatus.DOWN,
                    Records.OTHER_KEY,
                    404);

    private final ObservationParser parser = new ObservationParser();

    private Observation read(String field, String json) {
        return (Observation) parsed(parser, with(Records.observation(), field, json));
    }

    @Test
    void anObservationIsReadWithAllItsFields() {
        assertThat(parsed(parser, Records.observation())).isEqualTo(EXPECTED);
    }

    @ParameterizedTest
    @EnumSource
    void everyStatusIsRead(ObservationStatus status) {
        assertThat(read("status", "\"" + status + "\"").status()).isEqualTo(status);
    }

    @Test
    void absentOptionalFieldsTakeTheirDefaults() {
        for (String absent : new String[] {null, "null"}) {
            assertThat(read("control_status", absent).controlStatus())
                    .isEqualTo(ControlStatus.UNKNOWN);
            assertThat(read("content_key", absent).contentKey()).isNull();
            assertThat(read("http_status", absent).httpStatus()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"UP\"", "1", "null", "{\"a\":[]}", "\"heartbeat\"", "\"ISSUED\""})
    void anyOtherEventTypeIsAnUnknownField(String json) {
        assertThat(read("event_type", json)).isEqualTo(EXPECTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event_id",
                "occurred_at",
                "provider_id",
                "target_key",
                "status",
                "vantage",
                "vantage.id",
                "vantage.country",
                "vantage.asn"
            })
    void eachRequiredFieldIsNeeded(String field) {
        for (String absent : new String[] {null, "null"}) {
            assertRejected(
                    parser,
                    with(Records.observation(), field, absent),
                    RejectionReason.MISSING_FIELD,
                    field + " is required");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 7552, 4_294_967_295L})
    void anAsnHasThirtyTwoBits(long asn) {
        assertThat(read("vantage.asn", Long.toString(asn)).vantage().asn()).isEqualTo(asn);
    }

    @Test
    void minusZeroIsTheIntegerZero() {
        String record = Records.observation().toString().replace("7552", "-0");
        Observation read = (Observation) parsed(parser, Records.bytes(record));
        assertThat(read.vantage().asn()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 200, 451, Integer.MAX_VALUE})
    void anHttpStatusIsAnyInteger(int status) {
        assertThat(read("http_status", Integer.toString(status)).httpStatus()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "vantage.asn;-1;OUT_OF_RANGE",
                "vantage.asn;4294967296;OUT_OF_RANGE",
                "vantage.asn;18446744073709551616;OUT_OF_RANGE",
                "vantage.asn;\"AS7552\";WRONG_TYPE",
                "vantage.asn;7552.0;WRONG_TYPE",
                "vantage.asn;1e3;WRONG_TYPE",
                "vantage.asn;[7552];WRONG_TYPE",
                "vantage.id;\"a b\";INVALID_ID",
                "vantage.id;1;WRONG_TYPE",
                "vantage.country;84;WRONG_TYPE",
                "vantage;\"hn-1\";WRONG_TYPE",
                "vantage;[];WRONG_TYPE",
                "http_status;2147483648;OUT_OF_RANGE",
                "http_status;-2147483649;OUT_OF_RANGE",
                "http_status;\"404\";WRONG_TYPE",
                "http_status;404.5;WRONG_TYPE",
                "http_status;true;WRONG_TYPE",
                "status;\"DOWN\";UNKNOWN_VALUE",
                "status;0;WRONG_TYPE",
                "control_status;\"BLOCKED\";UNKNOWN_VALUE",
                "control_status;false;WRONG_TYPE",
                "content_key;\"0f\";INVALID_KEY",
                "target_key;\"0f\";INVALID_KEY",
                "provider_id;\"p|1\";INVALID_ID",
                "occurred_at;\"2026-01-31T12:00:00Z\";INVALID_INSTANT",
                "occurred_at;1769860800000;WRONG_TYPE",
            })
    void aBadFieldIsNamedWithItsRule(String field, String json, RejectionReason reason) {
        assertRejected(parser, with(Records.observation(), field, json), reason, field + " must ");
    }

    @Test
    void aHugeIntegerInAKnownFieldIsOutOfRange() {
        String record = Records.observation().toString().replace("7552", "7".repeat(1_000_000));
        assertRejected(parser, Records.bytes(record), RejectionReason.OUT_OF_RANGE, "vantage.asn ");
    }
}
