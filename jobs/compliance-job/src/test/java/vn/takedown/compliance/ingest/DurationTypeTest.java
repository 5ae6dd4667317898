package vn.takedown.compliance.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.takedown.compliance.ingest.Parsing.assertRejected;
import static vn.takedown.compliance.ingest.Parsing.parsed;
import static vn.takedown.compliance.ingest.Records.with;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Durations, read through {@code ack_within} of a policy. */
class DurationTypeTest {

    /** What {@link Duration#parse} takes beside: signs, lower case, a comma, a bare fraction. */
    private static final Pattern MORE_THAN_THE_CONTRACT = Pattern.compile("[-+,a-z]|\\.(?!\\d)");

    private final PolicyParser parser = new PolicyParser();

    private ParseResult<ReferenceRecord> parse(String duration) {
        return parser.parse(
                Records.bytes(with(Records.policy(), "ack_within", '"' + duration + '"')));
    }

    private Duration read(String duration) {
        ReferenceRecord record =
                parsed(parser, with(Records.policy(), "ack_within", '"' + duration + '"'));
        return ((ReferenceRecord.PolicyRecord) record).policy().ackWithin();
    }

    @ParameterizedTest
    @CsvSource({
        "P1D,86400000",
        "P0D,0",
        "PT24H,86400000",
        "PT90M,5400000",
        "PT1S,1000",
        "PT0.5S,500",
        "PT0.001S,1",
        "PT1.500S,1500",
        "P1DT2H3M4.005S,93784005",
        "P1DT1S,86401000",
        "PT1H1S,3601000",
        "PT007H,25200000",
        "P2800000D,241920000000000",
    })
    void daysToSecondsAreRead(String duration, long milliseconds) {
        assertThat(read(duration)).isEqualTo(Duration.ofMillis(milliseconds));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "P",
                "PT",
                "T1H",
                "1H",
                "P1",
                "PT1",
                "P1H",
                "P1DT",
                "PT1D",
                "P1W",
                "P1Y",
                "P1M",
                "P1M1D",
                "-P1D",
                "+P1D",
                "P-1D",
                "PT-1S",
                "p1d",
                "Pt1h",
                "PT1h",
                "PT1M1H",
                "PT1S1M",
                "PT1H1H",
                "P1D1D",
                "P1DT1D",
                "PTT1H",
                "P1DTT1H",
                "PT1H ",
                " PT1H",
                "PT1H\\n",
                "PT.5S",
                "PT1.S",
                "PT1,5S",
                "PT1.5H",
                "P1.5D",
                "PT1.5M",
                "PT1.1234567890S",
                "PT1.5.5S",
                "PT١H",
                "PT1e3S",
                "P1D/P2D",
            })
    void anyOtherFormIsInvalid(String duration) {
        assertRejected(
                parser,
                with(Records.policy(), "ack_within", '"' + duration + '"'),
                RejectionReason.INVALID_DURATION,
                "ack_within must be an ISO-8601 duration");
    }

    @Test
    void aDurationThatInstantsCannotBearIsOutOfRange() {
        String digits = "9".repeat(100_000);
        for (String duration :
                new String[] {
                    "P2800001D",
                    "P2800000DT0.000000001S",
                    "PT241920000001S",
                    "P" + digits + "D",
                    "P" + digits + "DT" + digits + "H" + digits + "M" + digits + "S"
                }) {
            assertRejected(
                    parser,
                    with(Records.policy(), "ack_within", '"' + duration + '"'),
                    RejectionReason.OUT_OF_RANGE,
                    "ack_within must be at most");
        }
    }

    @Test
    void anInstantPlusTheLongestDurationCanBeWritten() {
        long lastInstant = 4_102_444_799_999L;
        long century = lastInstant - 946_684_800_000L;
        assertThat(InstantFormat.format(lastInstant + century + DurationType.MAX.toMillis()))
                .startsWith("98");
    }

    @Property
    void whatJavaTimeWritesIsRead(
            @ForAll @LongRange(max = 241_920_000_000L - 1) long seconds,
            @ForAll @LongRange(max = 999_999_999) long nanoseconds) {
        Duration duration = Duration.ofSeconds(seconds, nanoseconds);
        assertThat(read(duration.toString())).isEqualTo(duration);
    }

    @Property
    void textThatMayBeADurationIsJudgedAsByJavaTime(@ForAll("nearlyDurations") String text) {
        ParseResult<ReferenceRecord> result = parse(text);
        Duration expected = oracle(text);
        if (expected == null) {
            assertThat(result).isInstanceOf(ParseResult.Rejected.class);
        } else {
            assertThat(read(text)).isEqualTo(expected);
        }
    }

    private static Duration oracle(String text) {
        if (MORE_THAN_THE_CONTRACT.matcher(text).find()) {
            return null;
        }
        try {
            Duration duration = Duration.parse(text);
            return duration.compareTo(DurationType.MAX) > 0 ? null : duration;
        } catch (DateTimeException e) {
            return null;
        }
    }

    @Provide
    Arbitrary<String> nearlyDurations() {
        Arbitrary<String> part =
                Arbitraries.of(
                        "1D",
                        "20H",
                        "3M",
                        "45S",
                        "6.7S",
                        "T",
                        "T",
                        "H",
                        "D",
                        "8",
                        ".",
                        "2W",
                        "3000000D");
        return part.list().ofMaxSize(5).map(parts -> "P" + String.join("", parts));
    }
}
