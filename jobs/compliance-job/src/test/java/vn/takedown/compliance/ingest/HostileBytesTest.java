package vn.takedown.compliance.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static vn.takedown.compliance.ingest.Parsing.assertRejected;
import static vn.takedown.compliance.ingest.Parsing.parsed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Whatever the bytes: a result, soon, and the parser is as good as new afterwards. */
class HostileBytesTest {

    /** Generous, as the machine may be busy; the slowest record takes well below a second. */
    private static final Duration BOUND = Duration.ofSeconds(10);

    private static final int MEBIBYTE = 1_048_576;

    private static final ObjectMapper TREE =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final List<byte[]> SEEDS =
            List.of(
                    Records.bytes(Records.issued()),
                    Records.bytes(Records.updated("HELD")),
                    Records.bytes(Records.acknowledgement()),
                    Records.bytes(Records.observation()),
                    Records.bytes(Records.provider()),
                    Records.bytes(Records.policy()),
                    Records.bytes(Records.heartbeat()));

    private final List<RecordParser<?>> parsers =
            List.of(
                    new RequestParser(),
                    new AcknowledgementParser(),
                    new ObservationParser(),
                    new ProviderParser(),
                    new PolicyParser());

    private void everyParserGivesAResult(byte[] record) {
        for (RecordParser<?> parser : parsers) {
            ParseResult<?> result = parser.parse(record);
            if (result instanceof ParseResult.Rejected<?> rejected) {
                assertThat(rejected.reason()).isNotNull();
                // This would be a fault of ours, caught so that the stream goes on.
                assertThat(rejected.detail())
                        .isNotBlank()
                        .doesNotStartWith("the value could not be read");
            } else {
                assertThat(((ParseResult.Parsed<?>) result).value()).isNotNull();
                assertThatCode(() -> TREE.readTree(record)).doesNotThrowAnyException();
            }
        }
    }

    private static void within(Runnable reading) {
        assertTimeoutPreemptively(BOUND, reading::run);
    }

    private void assertStillGood() {
        assertThat(parsed(parsers.get(2), Records.observation()))
                .isEqualTo(parsed(new ObservationParser(), Records.observation()));
    }

    @Property(tries = 2000)
    void randomBytesGiveAResult(@ForAll byte[] record) {
        everyParserGivesAResult(record);
        assertStillGood();
    }

    @Property(tries = 2000)
    void randomPiecesOfJsonGiveAResult(@ForAll("pieces") byte[] record) {
        everyParserGivesAResult(record);
        assertStillGood();
    }

    @Property(tries = 5000)
    void mutatedRecordsGiveAResult(@ForAll("mutants") byte[] record) {
        everyParserGivesAResult(record);
        assertStillGood();
    }

    @Property(tries = 5000)
    void mutantsThatAreNoJsonAreNeverReadAndOthersAreNeverNotJson(
            @ForAll("mutants") byte[] record) {
        boolean isObject;
        try {
            // The decoded text, so that the oracle does not guess encodings either.
            isObject = TREE.readTree(new String(record, UTF_8)).isObject();
        } catch (JsonProcessingException e) {
            isObject = false;
        }
        ParseResult<?> result = parsers.get(2).parse(record);
        RejectionReason reason =
                result instanceof ParseResult.Rejected<?> rejected ? rejected.reason() : null;
        if (isObject) {
            assertThat(reason).isNotEqualTo(RejectionReason.NOT_JSON);
        } else {
            assertThat(reason)
                    .isIn(
                            RejectionReason.EMPTY,
                            RejectionReason.INVALID_UTF8,
                            RejectionReason.NOT_JSON,
                            RejectionReason.DUPLICATE_NAME,
                            RejectionReason.TOO_DEEP);
        }
    }

    @Test
    void everyTruncationAndEveryFlippedBitGivesAResult() {
        for (byte[] seed : SEEDS) {
            for (int length = 0; length < seed.length; length++) {
                everyParserGivesAResult(Arrays.copyOf(seed, length));
            }
            for (int bit = 0; bit < seed.length * 8; bit++) {
                byte[] flipped = seed.clone();
                flipped[bit / 8] ^= (byte) (1 << (bit % 8));
                everyParserGivesAResult(flipped);
            }
        }
        assertStillGood();
    }

    @Test
    void halfAMillionLevelsAreTooDeep() {
        String[] openings = {"[", "{\"a\":", "[{\"vantage\":"};
        for (String opening : openings) {
            for (String field : new String[] {"x", "vantage", "asns", "strikes", "clock"}) {
                String text = "{\"" + field + "\":" + opening.repeat(500_000 / opening.length());
                within(
                        () -> {
                            for (RecordParser<?> parser : parsers) {
                                assertRejected(
                                        parser,
                                        Records.bytes(text),
                                        RejectionReason.TOO_DEEP,
                                        "objects and arrays");
                            }
                        });
            }
        }
        assertStillGood();
    }

    @Test
    void aMebibyteOfOneByteGivesAResult() {
        for (int value = Byte.MIN_VALUE; value <= Byte.MAX_VALUE; value++) {
            byte[] record = new byte[MEBIBYTE];
            Arrays.fill(record, (byte) value);
            within(() -> everyParserGivesAResult(record));
        }
        assertStillGood();
    }

    @Test
    void longValuesInEveryKnownFieldGiveAResult() {
        String[] values = {
            "9".repeat(1_000_000),
            "-" + "9".repeat(1_000_000),
            "0." + "9".repeat(1_000_000),
            "1e" + "9".repeat(1_000_000),
            "[" + "9".repeat(1_000_000) + "]",
            "[0." + "0".repeat(1_000_000) + "1]",
            "\"" + "9".repeat(1_000_000) + "\"",
            "\"P" + "9".repeat(1_000_000) + "D\"",
            "\"" + "\\u0041".repeat(160_000) + "\"",
            "[" + "1,".repeat(500_000) + "1]",
            "[" + "{},".repeat(300_000) + "{}]",
            "{\"" + "n".repeat(1_000_000) + "\":1}",
        };
        List<String> fields =
                List.of(
                        "schema_version",
                        "event_id",
                        "occurred_at",
                        "event_type",
                        "provider_id",
                        "target_key",
                        "status",
                        "vantage",
                        "http_status",
                        "asns",
                        "version",
                        "effective_from",
                        "ack_within",
                        "warn_at",
                        "match",
                        "confirm",
                        "strikes");
        for (String value : values) {
            for (String field : fields) {
                byte[] record = Records.bytes("{\"" + field + "\":" + value + "}");
                within(() -> everyParserGivesAResult(record));
            }
        }
        assertStillGood();
    }

    @Test
    void aHundredThousandNamesAreRead() {
        StringBuilder names = new StringBuilder("{\"schema_version\":1");
        for (int i = 0; i < 100_000; i++) {
            names.append(",\"").append(Integer.toString(i, 36)).append("\":0");
        }
        byte[] record = Records.bytes(names + "}");
        assertThat(record.length).isBetween(800_000, MEBIBYTE);
        within(() -> everyParserGivesAResult(record));
        within(
                () ->
                        assertRejected(
                                parsers.get(2),
                                Records.bytes(names + ",\"zz\":1,\"zz\":1}"),
                                RejectionReason.DUPLICATE_NAME,
                                ""));
        assertStillGood();
    }

    @Test
    void namesWhoseHashesCollideAreRead() {
        // "Aa" and "BB" have the same hash, hence every sequence of 14 of them.
        List<String> names = new ArrayList<>(List.of(""));
        for (int i = 0; i < 14; i++) {
            List<String> longer = new ArrayList<>();
            for (String name : names) {
                longer.add(name + "Aa");
                longer.add(name + "BB");
            }
            names = longer;
        }
        assertThat(names.stream().map(String::hashCode).distinct()).hasSize(1);
        StringBuilder text = new StringBuilder("{\"schema_version\":1");
        for (String name : names) {
            text.append(",\"").append(name).append("\":0");
        }
        byte[] record = Records.bytes(text + "}");
        within(() -> everyParserGivesAResult(record));
        assertStillGood();
    }

    @Test
    void longNewNamesInEveryRecordLeaveNothingBehind() {
        RecordParser<?> parser = parsers.get(2);
        String filler = "n".repeat(MEBIBYTE - 100);
        long before = 0;
        for (int i = 0; i <= 100; i++) {
            assertRejected(
                    parser,
                    Records.bytes("{\"" + filler + i + "\":0}"),
                    RejectionReason.MISSING_FIELD,
                    "schema_version");
            if (i == 0) {
                before = liveBytes();
            }
        }
        assertThat(liveBytes() - before).isLessThan(50L * MEBIBYTE);
        assertStillGood();
    }

    private static long liveBytes() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void manyRecordsGivenUpInTheMiddleLeaveNothingBehind() {
        RecordParser<?> parser = parsers.get(2);
        String filler = "n".repeat(10_000);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 99; i++) {
            text.append("{\"").append(filler).append("\":0,\"a\":");
        }
        for (int i = 0; i < 100; i++) {
            assertRejected(parser, Records.bytes(text.toString()), RejectionReason.NOT_JSON, "");
        }
        assertStillGood();
    }

    @Provide
    Arbitrary<byte[]> pieces() {
        return Arbitraries.of(
                        "{",
                        "}",
                        "[",
                        "]",
                        ",",
                        ":",
                        "\"",
                        "\\",
                        "null",
                        "true",
                        "1",
                        "-",
                        ".",
                        "e",
                        " ",
                        "\"a\"",
                        "\"event_id\":",
                        "\"vantage\":",
                        "\"asns\":",
                        "\"strikes\":",
                        "{\"clock\":",
                        "\"HEARTBEAT\"",
                        "\"event_type\":",
                        "\u0000",
                        "é",
                        "\ufeff")
                .list()
                .ofMaxSize(30)
                .map(parts -> Records.bytes(String.join("", parts)));
    }

    @Provide
    Arbitrary<byte[]> mutants() {
        return Arbitraries.randomValue(
                random -> Mutants.of(SEEDS.get(random.nextInt(SEEDS.size())), random));
    }
}
