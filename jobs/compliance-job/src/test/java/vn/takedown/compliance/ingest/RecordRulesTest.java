package vn.takedown.compliance.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.takedown.compliance.ingest.Parsing.assertRejected;
import static vn.takedown.compliance.ingest.Parsing.parsed;
import static vn.takedown.compliance.ingest.Records.bytes;
import static vn.takedown.compliance.ingest.Records.with;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.takedown.model.event.Heartbeat;

/** The rules about a record as a whole, the same for every parser. */
class RecordRulesTest {

    private static final int MEBIBYTE = 1_048_576;

    private final ObservationParser parser = new ObservationParser();
    private final String valid = Records.observation().toString();

    /** The valid observation with a further field, given as JSON text. */
    private byte[] withUnknown(String field) {
        return bytes(valid.substring(0, valid.length() - 1) + "," + field + "}");
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    @Test
    void aRecordOverOneMebibyteIsTooLarge() {
        byte[] record = Arrays.copyOf(bytes(valid), MEBIBYTE + 1);
        assertRejected(parser, record, RejectionReason.TOO_LARGE, "the value is over");
    }

    @Test
    void aRecordOfExactlyOneMebibyteIsRead() {
        byte[] record = Arrays.copyOf(bytes(valid), MEBIBYTE);
        Arrays.fill(record, valid.length(), MEBIBYTE, (byte) ' ');
        assertThat(parsed(parser, record)).isEqualTo(parsed(parser, bytes(valid)));
    }

    @Test
    void aRecordOfOneMebibyteOfOneCharacterEachIsRead() {
        String field = "\"note\":\"\"";
        String filler = "x".repeat(MEBIBYTE - withUnknown(field).length);
        byte[] record = withUnknown("\"note\":\"" + filler + "\"");
        assertThat(record).hasSize(MEBIBYTE);
        assertThat(parsed(parser, record)).isEqualTo(parsed(parser, bytes(valid)));
    }

    @Test
    void aRecordWithoutValueIsEmpty() {
        assertRejected(parser, (byte[]) null, RejectionReason.EMPTY, "the record has no value");
        assertRejected(parser, new byte[0], RejectionReason.EMPTY, "the record has no value");
    }

    @Test
    void overlongFormsSurrogatesAndCodePointsPastTheLastAreNotUtf8() {
        int[][] sequences = {
            {0xC0, 0x80},
            {0xC1, 0xBF},
            {0xE0, 0x80, 0xAF},
            {0xED, 0xA0, 0x80},
            {0xED, 0xBF, 0xBF},
            {0xF0, 0x80, 0x80, 0x80},
            {0xF4, 0x90, 0x80, 0x80},
            {0xF5, 0x80, 0x80, 0x80},
            {0xFF},
            {0x80},
            {0xC3},
            {0xE1, 0xBB},
        };
        for (int[] sequence : sequences) {
            byte[] record = withUnknown("\"note\":\"@@@@\"");
            int at = new String(record, StandardCharsets.ISO_8859_1).indexOf("@@@@");
            for (int i = 0; i < sequence.length; i++) {
                record[at + i] = (byte) sequence[i];
            }
            assertRejected(parser, record, RejectionReason.INVALID_UTF8, "the value is not UTF-8");
        }
    }

    @Test
    void aRecordCutInsideOfACharacterIsNotUtf8() {
        byte[] record = bytes(valid + "ế");
        assertRejected(
                parser,
                Arrays.copyOf(record, record.length - 1),
                RejectionReason.INVALID_UTF8,
                "the value is not UTF-8");
    }

    @Test
    void badUtf8AfterBadJsonIsStillInvalidUtf8() {
        byte[] record = {'{', 'x', (byte) 0xFF};
        assertRejected(parser, record, RejectionReason.INVALID_UTF8, "the value is not UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void otherEncodingsAreNotGuessed(String charset) {
        byte[] record = valid.getBytes(Charset.forName(charset));
        assertRejected(parser, record, RejectionReason.NOT_JSON, "the value is not JSON");
    }

    @Test
    void textOfAnyScriptIsRead() {
        ProviderParser providers = new ProviderParser();
        String name = "Công ty Việt \uD83D\uDE42 公司";
        ReferenceRecord read =
                parsed(providers, with(Records.provider(), "name", "\"" + name + "\""));
        assertThat(((ReferenceRecord.ProviderRecord) read).provider().name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "{",
                "{}}",
                "{} {}",
                "{} 1",
                "{} x",
                "[]",
                "[{}]",
                "1",
                "\"text\"",
                "null",
                "true",
                " ",
                "\u0000",
                "\uFEFF{}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":'b'}",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":-Infinity}",
                "{\"a\":+1}",
                "{\"a\":01}",
                "{\"a\":.5}",
                "{\"a\":1.}",
                "{\"a\":1e}",
                "{\"a\":0x10}",
                "{\"a\":-}",
                "{\"a\":[1,]}",
                "{\"a\":[1}",
                "{\"a\":{]}",
                "{\"a\":\"\n\"}",
                "{\"a\":\"\u0000\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12G4\"}",
                "{\"a\":\"b}",
                "{\"a\":tru}",
                "{\"a\":nulll}",
                "{\"a\":TRUE}",
                "/* note */ {}",
                "{} // note",
                "{}\u0000",
            })
    void whatIsNotAJsonObjectIsNotJson(String record) {
        assertRejected(parser, bytes(record), RejectionReason.NOT_JSON, "");
    }

    @Test
    void aSyntaxErrorWinsOverAFieldError() {
        byte[] record = bytes("{\"schema_version\":2,\"event_id\":7,");
        assertRejected(parser, record, RejectionReason.NOT_JSON, "the value is not JSON");
    }

    @Test
    void aHundredLevelsAreReadAndOneMoreIsTooDeep() {
        // The record itself is the first level.
        assertThat(parsed(parser, withUnknown("\"a\":" + nested(99))))
                .isEqualTo(parsed(parser, bytes(valid)));
        assertRejected(
                parser,
                withUnknown("\"a\":" + nested(100)),
                RejectionReason.TOO_DEEP,
                "objects and arrays are nested over 100 deep");
    }

    @Test
    void objectsCountAsLevels() {
        String inside = "{\"a\":".repeat(99) + "1" + "}".repeat(99);
        assertThat(parsed(parser, withUnknown("\"a\":" + inside)))
                .isEqualTo(parsed(parser, bytes(valid)));
        assertRejected(parser, withUnknown("\"a\":[" + inside + "]"), RejectionReason.TOO_DEEP, "");
    }

    @Test
    void aRepeatedNameIsRejectedWhereverItStands() {
        assertRejected(
                parser,
                withUnknown("\"status\":\"UP\""),
                RejectionReason.DUPLICATE_NAME,
                "status is there twice");
        assertRejected(
                parser,
                bytes(valid.replace("\"asn\":", "\"asn\":1,\"asn\":")),
                RejectionReason.DUPLICATE_NAME,
                "vantage.asn is there twice");
        String unknown = "an object holds an unknown name twice";
        assertRejected(
                parser, withUnknown("\"a\":1,\"a\":2"), RejectionReason.DUPLICATE_NAME, unknown);
        assertRejected(
                parser,
                withUnknown("\"a\":[{\"b\":{\"c\":1,\"d\":2,\"c\":1}}]"),
                RejectionReason.DUPLICATE_NAME,
                unknown);
        assertRejected(
                parser,
                bytes(valid.replace("\"asn\":", "\"x\":1,\"x\":2,\"asn\":")),
                RejectionReason.DUPLICATE_NAME,
                unknown);
    }

    @Test
    void aNameWrittenWithEscapesIsTheSameName() {
        assertRejected(
                parser,
                withUnknown("\"st\\u0061tus\":\"UP\""),
                RejectionReason.DUPLICATE_NAME,
                "status is there twice");
        assertRejected(
                parser, withUnknown("\"a\":1,\"\\u0061\":2"), RejectionReason.DUPLICATE_NAME, "");
    }

    @Test
    void aNameRepeatedAfterNullIsStillRepeated() {
        assertRejected(
                parser,
                bytes("{\"event_id\":null,\"event_id\":\"e\"}"),
                RejectionReason.DUPLICATE_NAME,
                "event_id is there twice");
    }

    @Test
    void theSameNameInDifferentObjectsIsNoRepetition() {
        assertThat(
                        parsed(
                                parser,
                                withUnknown("\"a\":{\"a\":{\"a\":1}},\"b\":[{\"a\":1},{\"a\":1}]")))
                .isEqualTo(parsed(parser, bytes(valid)));
    }

    @Test
    void namesOfARejectedRecordAreForgotten() {
        byte[] record = withUnknown("\"a\":{\"b\":{\"c\":1,");
        for (int i = 0; i < 2; i++) {
            assertRejected(parser, record, RejectionReason.NOT_JSON, "the value is not JSON");
        }
        assertThat(parsed(parser, withUnknown("\"a\":{\"b\":{\"c\":1}}")))
                .isEqualTo(parsed(parser, bytes(valid)));
    }

    @Test
    void anUnknownFieldMayHoldAnything() {
        String huge = "9".repeat(200_000);
        String[] values = {
            huge,
            "-" + huge + "." + huge + "e" + huge.substring(0, 9),
            "\"" + huge + "\"",
            "{\"" + huge + "\":null}",
            "1e999999999",
            "\"\\ud800\"",
            "\"\\u0000\"",
        };
        for (String value : values) {
            assertThat(parsed(parser, withUnknown("\"a\":" + value)))
                    .isEqualTo(parsed(parser, bytes(valid)));
        }
        assertThat(parsed(parser, withUnknown("\"\":1"))).isEqualTo(parsed(parser, bytes(valid)));
    }

    @Test
    void schemaVersionMustBeTheIntegerOne() {
        assertVersion("2", RejectionReason.UNSUPPORTED_SCHEMA_VERSION);
        assertVersion("0", RejectionReason.UNSUPPORTED_SCHEMA_VERSION);
        assertVersion("-1", RejectionReason.UNSUPPORTED_SCHEMA_VERSION);
        assertVersion("9".repeat(1000), RejectionReason.UNSUPPORTED_SCHEMA_VERSION);
        // 2^64 + 1, which is 1 when cut to 64 bits.
        assertVersion("18446744073709551617", RejectionReason.UNSUPPORTED_SCHEMA_VERSION);
        assertVersion("1.0", RejectionReason.WRONG_TYPE);
        assertVersion("1e0", RejectionReason.WRONG_TYPE);
        assertVersion("\"1\"", RejectionReason.WRONG_TYPE);
        assertVersion("true", RejectionReason.WRONG_TYPE);
        assertVersion("[1]", RejectionReason.WRONG_TYPE);
        assertVersion("null", RejectionReason.MISSING_FIELD);
    }

    private void assertVersion(String json, RejectionReason reason) {
        byte[] record = bytes(valid.replace("\"schema_version\":1", "\"schema_version\":" + json));
        assertRejected(parser, record, reason, "schema_version ");
        assertRejected(
                new ProviderParser(),
                bytes("{\"event_type\":\"HEARTBEAT\",\"schema_version\":" + json + "}"),
                reason,
                "schema_version ");
    }

    @Test
    void ofSeveralProblemsTheFirstInTheContractsOrderIsNamed() {
        byte[] record =
                bytes(
                        "{\"http_status\":true,\"status\":1,\"vantage\":{\"asn\":-1,\"id\":\"\"},"
                                + "\"occurred_at\":\"now\",\"event_id\":\"\",\"schema_version\":2}");
        assertRejected(
                parser, record, RejectionReason.UNSUPPORTED_SCHEMA_VERSION, "schema_version ");
        record = bytes(new String(record, StandardCharsets.UTF_8).replace("n\":2", "n\":1"));
        assertRejected(parser, record, RejectionReason.INVALID_ID, "event_id ");
        record = bytes(new String(record, StandardCharsets.UTF_8).replace("d\":\"\"", "d\":\"e\""));
        assertRejected(parser, record, RejectionReason.INVALID_INSTANT, "occurred_at ");
    }

    @Test
    void theDetailNeverHoldsAValueOfTheRecord() {
        String secret = "s3cret-value";
        String[] records = {
            secret,
            "{\"" + secret + "\":1,\"" + secret + "\":2}",
            "{\"a\":" + secret + "}",
            "{\"a\":\"" + secret,
            with(Records.observation(), "status", "\"" + secret + "\"").toString(),
            with(Records.observation(), "event_id", "\"" + secret.repeat(9) + "\"").toString(),
            with(Records.observation(), "target_key", "\"" + secret + "\"").toString(),
            with(Records.observation(), "occurred_at", "\"" + secret + "\"").toString(),
            with(Records.observation(), "vantage", "\"" + secret + "\"").toString(),
            with(Records.observation(), "vantage.id", "\"/" + secret + "\"").toString(),
        };
        for (String record : records) {
            ParseResult<?> result = parser.parse(bytes(record));
            assertThat(result).isInstanceOf(ParseResult.Rejected.class);
            assertThat(((ParseResult.Rejected<?>) result).detail())
                    .isNotBlank()
                    .doesNotContain(secret)
                    .doesNotContain("\n");
        }
    }

    @Test
    void aHeartbeatNeedsItsThreeFieldsOnlyOnEveryTopic() {
        Heartbeat heartbeat = new Heartbeat("h-1", Records.NOON);
        byte[] record =
                bytes(
                        Records.heartbeat()
                                .put("provider_id", 7)
                                .put("vantage", "x")
                                .put("clock", true)
                                .put("asns", "none")
                                .put("target_key", ""));
        assertThat(parsed(new RequestParser(), record)).isEqualTo(heartbeat);
        assertThat(parsed(new AcknowledgementParser(), record)).isEqualTo(heartbeat);
        assertThat(parsed(new ObservationParser(), record)).isEqualTo(heartbeat);
        ReferenceRecord wrapped = new ReferenceRecord.ReferenceHeartbeat(heartbeat);
        assertThat(parsed(new ProviderParser(), record)).isEqualTo(wrapped);
        assertThat(parsed(new PolicyParser(), record)).isEqualTo(wrapped);
    }

    @Test
    void aHeartbeatWithoutOneOfItsFieldsIsRejectedOnEveryTopic() {
        RecordParser<?>[] parsers = {
            new RequestParser(),
            new AcknowledgementParser(),
            new ObservationParser(),
            new ProviderParser(),
            new PolicyParser(),
        };
        for (RecordParser<?> any : parsers) {
            for (String field : new String[] {"schema_version", "event_id", "occurred_at"}) {
                assertRejected(
                        any,
                        with(Records.heartbeat(), field, null),
                        RejectionReason.MISSING_FIELD,
                        field + " is required");
            }
        }
    }
}
