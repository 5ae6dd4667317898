package vn.takedown.compliance.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.takedown.compliance.ingest.Parsing.assertRejected;
import static vn.takedown.compliance.ingest.Parsing.parsed;
import static vn.takedown.compliance.ingest.Records.with;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.takedown.model.event.Action;
import vn.takedown.model.event.Category;
import vn.takedown.model.event.Urgency;
import vn.takedown.model.reference.ClockStart;
import vn.takedown.model.reference.Confirmation;
import vn.takedown.model.reference.Jurisdiction;
import vn.takedown.model.reference.Policy;
import vn.takedown.model.reference.PolicyMatch;
import vn.takedown.model.reference.ProviderType;
import vn.takedown.model.reference.Strike;

class PolicyParserTest {

    private final PolicyParser parser = new PolicyParser();

    private Policy read(String field, String json) {
        ReferenceRecord record = parsed(parser, with(Records.policy(), field, json));
        return ((ReferenceRecord.PolicyRecord) record).policy();
    }

    private static long millis(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }

    @Test
    void aPolicyIsReadWithAllItsFields() {
        assertThat(parsed(parser, Records.policy()))
                .isEqualTo(
                        new ReferenceRecord.PolicyRecord(
                                new Policy(
                                        "decree-147",
                                        2,
                                        millis("2026-01-01T00:00:00Z"),
                                        millis("2027-01-01T00:00:00Z"),
                                        "Decree 147/2024",
                                        10,
                                        new PolicyMatch(
                                                Set.of(ProviderType.SOCIAL, ProviderType.GAME),
                                                Set.of(Jurisdiction.CROSS_BORDER),
                                                Set.of(Action.REMOVE),
                                                Set.of(Category.CSAM),
                                                Set.of(Urgency.URGENT)),
                                        ClockStart.DELIVERED,
                                        Duration.ofHours(24),
                                        Duration.ofHours(2),
                                        List.of(0.5, 0.75, 1.0),
                                        new Confirmation(4, 3, Duration.ofHours(12)),
                                        Duration.ofMinutes(30),
                                        Duration.ofDays(1),
                                        List.of(new Strike(3, Duration.ofDays(30), 1)))));
    }

    @Test
    void absentOptionalFieldsTakeTheContractsDefaults() {
        String record =
                """
                {"policy_id":"p","version":0,"effective_from":"2026-01-01T00:00:00.000Z",
                 "legal_basis":"law","clock":{"start":"ISSUED","duration":"P1D"}}
                """;
        ReferenceRecord read = parsed(parser, Records.bytes(record));
        assertThat(read)
                .isEqualTo(
                        new ReferenceRecord.PolicyRecord(
                                new Policy(
                                        "p",
                                        0,
                                        millis("2026-01-01T00:00:00Z"),
                                        null,
                                        "law",
                                        0,
                                        PolicyMatch.ANY,
                                        ClockStart.ISSUED,
                                        Duration.ofDays(1),
                                        null,
                                        List.of(),
                                        new Confirmation(3, 2, Duration.ofHours(6)),
                                        Duration.ofHours(1),
                                        null,
                                        List.of())));
    }

    @Test
    void eachPartOfTheConfirmationHasItsOwnDefault() {
        assertThat(read("confirm", "{}").confirmation()).isEqualTo(Confirmation.DEFAULT);
        assertThat(read("confirm", "{\"consecutive\":9,\"hold\":null}").confirmation())
                .isEqualTo(new Confirmation(9, 2, Duration.ofHours(6)));
        assertThat(read("confirm", "{\"hold\":\"PT0S\"}").confirmation())
                .isEqualTo(new Confirmation(3, 2, Duration.ZERO));
    }

    @Test
    void anAbsentOrEmptyPartOfTheMatchMeansAny() {
        assertThat(read("match", "{}").match()).isEqualTo(PolicyMatch.ANY);
        assertThat(read("match", "{\"actions\":[],\"categories\":null}").match())
                .isEqualTo(PolicyMatch.ANY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "policy_id",
                "version",
                "effective_from",
                "legal_basis",
                "clock",
                "clock.start",
                "clock.duration"
            })
    void eachRequiredFieldIsNeeded(String field) {
        for (String absent : new String[] {null, "null"}) {
            assertRejected(
                    parser,
                    with(Records.policy(), field, absent),
                    RejectionReason.MISSING_FIELD,
                    field + " is required");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "policy_id;\"a/b\";INVALID_ID;policy_id must have",
                "version;-1;OUT_OF_RANGE;version must be",
                "version;2147483648;OUT_OF_RANGE;version must be",
                "version;1.0;WRONG_TYPE;version must be",
                "effective_from;\"2026-02-29T00:00:00.000Z\";INVALID_INSTANT;effective_from must be",
                "effective_to;\"2100-01-01T00:00:00.000Z\";INVALID_INSTANT;effective_to must be",
                "effective_to;\"2026-01-01T00:00:00.000Z\";OUT_OF_RANGE;effective_to must be after",
                "effective_to;\"2025-12-31T23:59:59.999Z\";OUT_OF_RANGE;effective_to must be after",
                "legal_basis;1;WRONG_TYPE;legal_basis must be",
                "priority;2147483648;OUT_OF_RANGE;priority must be",
                "priority;\"1\";WRONG_TYPE;priority must be",
                "match;[];WRONG_TYPE;match must be an object",
                "match.actions;\"REMOVE\";WRONG_TYPE;match.actions must be an array",
                "match.actions;[\"REMOVE\",\"X\"];UNKNOWN_VALUE;match.actions[] must be",
                "match.provider_types;[null];WRONG_TYPE;match.provider_types[] must not be null",
                "clock;\"PT24H\";WRONG_TYPE;clock must be an object",
                "clock.start;\"NOW\";UNKNOWN_VALUE;clock.start must be",
                "clock.duration;\"P1M\";INVALID_DURATION;clock.duration must be",
                "clock.duration;\"PT0S\";OUT_OF_RANGE;clock.duration must be longer",
                "clock.duration;86400;WRONG_TYPE;clock.duration must be a string",
                "ack_within;\"-PT1H\";INVALID_DURATION;ack_within must be",
                "ack_within;\"P999999999999999999999D\";OUT_OF_RANGE;ack_within must be at most",
                "warn_at;0.5;WRONG_TYPE;warn_at must be an array",
                "warn_at;[0];OUT_OF_RANGE;warn_at[] must be above 0",
                "warn_at;[1.0001];OUT_OF_RANGE;warn_at[] must be above 0",
                "warn_at;[-0.5];OUT_OF_RANGE;warn_at[] must be above 0",
                "warn_at;[\"0.5\"];WRONG_TYPE;warn_at[] must be a number",
                "confirm;3;WRONG_TYPE;confirm must be an object",
                "confirm.consecutive;0;OUT_OF_RANGE;confirm.consecutive must be",
                "confirm.vantages;0;OUT_OF_RANGE;confirm.vantages must be",
                "confirm.hold;\"6h\";INVALID_DURATION;confirm.hold must be",
                "claim_tolerance;\"\";INVALID_DURATION;claim_tolerance must be",
                "second_notice_after;\"P\";INVALID_DURATION;second_notice_after must be",
                "strikes;{};WRONG_TYPE;strikes must be an array",
                "strikes;[1];WRONG_TYPE;strikes[] must be an object",
                "strikes;[null];WRONG_TYPE;strikes[] must not be null",
                "strikes;[{\"window\":\"P1D\",\"level\":1}];MISSING_FIELD;strikes[].count is",
                "strikes;[{\"count\":0,\"window\":\"P1D\",\"level\":1}];OUT_OF_RANGE;strikes[].count",
                "strikes;[{\"count\":1,\"level\":1}];MISSING_FIELD;strikes[].window is required",
                "strikes;[{\"count\":1,\"window\":\"P1D\",\"level\":0}];OUT_OF_RANGE;strikes[].level",
            })
    void aBadFieldIsNamedWithItsRule(
            String field, String json, RejectionReason reason, String detail) {
        assertRejected(parser, with(Records.policy(), field, json), reason, detail);
    }

    @Test
    void aFractionOfAMillionDigitsIsRead() {
        String record = Records.policy().toString().replace("0.75", "0.75" + "0".repeat(1_000_000));
        assertThat(parsed(parser, Records.bytes(record)))
                .isEqualTo(parsed(parser, Records.policy()));
        String tooBig = Records.policy().toString().replace("0.75", "9".repeat(1_000_000));
        assertRejected(
                parser, Records.bytes(tooBig), RejectionReason.OUT_OF_RANGE, "warn_at[] must be");
    }
}
