package vn.takedown.compliance.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.takedown.compliance.ingest.Parsing.assertRejected;
import static vn.takedown.compliance.ingest.Parsing.parsed;
import static vn.takedown.compliance.ingest.Records.with;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.takedown.model.event.Action;
import vn.takedown.model.event.Category;
import vn.takedown.model.event.RequestIssued;
import vn.takedown.model.event.RequestSource;
import vn.takedown.model.event.RequestUpdate;
import vn.takedown.model.event.RequestUpdated;
import vn.takedown.model.event.Urgency;

class RequestParserTest {

    private static final RequestIssued ISSUED =
            new RequestIssued(
                    "e-1",
                    Records.NOON,
                    "r-1",
                    "i-1",
                    "p-1",
                    Records.KEY,
                    Action.REMOVE,
                    Category.CSAM,
                    Urgency.URGENT,
                    "a-05",
                    RequestSource.HOTLINE_111,
                    Records.OTHER_KEY,
                    Records.KEY,
                    "Decree 147");

    private final RequestParser parser = new RequestParser();

    @Test
    void issuedIsReadWithAllItsFields() {
        assertThat(parsed(parser, Records.issued())).isEqualTo(ISSUED);
    }

    @Test
    void theOrderOfTheFieldsDoesNotMatter() {
        ObjectNode reversed = Records.object("{}");
        ObjectNode record = Records.issued();
        record.properties().stream()
                .sorted((a, b) -> b.getKey().compareTo(a.getKey()))
                .forEach(field -> reversed.set(field.getKey(), field.getValue()));
        assertThat(parsed(parser, reversed)).isEqualTo(ISSUED);
    }

    @Test
    void anInternedFieldNameMayBeWrittenWithEscapes() {
        String escaped = Records.issued().toString().replace("\"action\"", "\"\\u0061ction\"");
        assertThat(parsed(parser, Records.bytes(escaped))).isEqualTo(ISSUED);
    }

    @ParameterizedTest
    @EnumSource
    void everyUpdateIsRead(RequestUpdate update) {
        boolean hasReason =
                switch (update) {
                    case PAUSED, HELD, WITHDRAWN, UNDELIVERABLE -> true;
                    case DELIVERED, RELEASED, RESUMED -> false;
                };
        assertThat(parsed(parser, Records.updated(update.name())))
                .isEqualTo(
                        new RequestUpdated(
                                "e-2",
                                Records.NOON,
                                update,
                                "r-1",
                                "i-1",
                                "p-1",
                                Records.KEY,
                                hasReason ? "appeal" : null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event_id",
                "occurred_at",
                "event_type",
                "request_id",
                "item_id",
                "provider_id",
                "target_key",
                "action",
                "category",
                "urgency",
                "authority_id",
                "source"
            })
    void issuedNeedsEachRequiredField(String field) {
        assertRejected(
                parser,
                with(Records.issued(), field, null),
                RejectionReason.MISSING_FIELD,
                field + " is required");
        assertRejected(
                parser,
                with(Records.issued(), field, "null"),
                RejectionReason.MISSING_FIELD,
                field + " is required");
        for (String wrong : new String[] {"1", "true", "{}", "[\"x\"]", "0.5"}) {
            assertRejected(
                    parser,
                    with(Records.issued(), field, wrong),
                    RejectionReason.WRONG_TYPE,
                    field + " must be a string");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"content_key", "account_key", "legal_basis"})
    void anOptionalFieldMayBeAbsentOrNullButNotOfAnotherType(String field) {
        assertThat(parsed(parser, with(Records.issued(), field, null)))
                .isEqualTo(parsed(parser, with(Records.issued(), field, "null")))
                .isNotEqualTo(ISSUED);
        assertRejected(
                parser, with(Records.issued(), field, "1"), RejectionReason.WRONG_TYPE, field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"event_type", "action", "category", "urgency", "source"})
    void aValueThatIsNotListedIsUnknown(String field) {
        for (String value : new String[] {"", "remove", "REMOVE ", "NONE"}) {
            assertRejected(
                    parser,
                    with(Records.issued(), field, "\"" + value + "\""),
                    RejectionReason.UNKNOWN_VALUE,
                    field);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"request_id", "item_id", "provider_id", "authority_id"})
    void anIdHasOneToAHundredAndTwentyEightCharactersWithoutSeparators(String field) {
        String longest = "\uD83D\uDE42".repeat(128);
        assertThat(parsed(parser, with(Records.issued(), field, "\"" + longest + "\"")).toString())
                .contains(longest);
        String[] bad = {
            "",
            "x".repeat(129),
            longest + "x",
            "a/b",
            "a|b",
            "a b",
            "a\\tb",
            "a\\n",
            "\\u0085",
            "\u00a0",
            "\u1680",
            "\u2003",
            "\u2028",
            "\u2029",
            "\u202f",
            "\u205f",
            "\u3000",
            "\\ud800",
            "\\udc00\\ud800",
        };
        for (String id : bad) {
            // Through text, as the tree would not keep an unpaired surrogate.
            String record =
                    Records.issued().put(field, "@").toString().replace("\"@\"", '"' + id + '"');
            assertRejected(parser, Records.bytes(record), RejectionReason.INVALID_ID, field);
        }
    }

    @Test
    void anEventIdHasOneToSixtyFourCharactersOfAnyKind() {
        for (String id : new String[] {"x", "a/b|c d\u00a0", "\uD83D\uDE42".repeat(64)}) {
            assertThat(
                            parsed(parser, with(Records.issued(), "event_id", "\"" + id + "\""))
                                    .eventId())
                    .isEqualTo(id);
        }
        for (String id : new String[] {"", "x".repeat(65), "\\ud83d"}) {
            String record =
                    Records.issued()
                            .put("event_id", "@")
                            .toString()
                            .replace("\"@\"", '"' + id + '"');
            assertRejected(parser, Records.bytes(record), RejectionReason.INVALID_ID, "event_id");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"target_key", "content_key", "account_key"})
    void aKeyIsSixtyFourLowerCaseHexDigits(String field) {
        String[] bad = {
            "",
            Records.KEY.substring(1),
            Records.KEY + "0",
            Records.KEY.toUpperCase(java.util.Locale.ROOT),
            Records.KEY.replace('f', 'g'),
            Records.KEY.replace('0', '٠'),
            " " + Records.KEY.substring(1),
        };
        for (String key : bad) {
            assertRejected(
                    parser,
                    with(Records.issued(), field, "\"" + key + "\""),
                    RejectionReason.INVALID_KEY,
                    field);
        }
    }

    @Test
    void whatIsAskedForIsCheckedOnIssuedOnly() {
        ObjectNode record =
                Records.updated("DELIVERED")
                        .put("action", "NONE")
                        .put("category", 1)
                        .put("urgency", true)
                        .put("authority_id", "")
                        .put("source", "?")
                        .put("content_key", "?")
                        .put("account_key", 1)
                        .put("legal_basis", 1);
        assertThat(parsed(parser, record)).isInstanceOf(RequestUpdated.class);
    }

    @Test
    void reasonIsCheckedWhereTheContractNamesIt() {
        for (String type : new String[] {"PAUSED", "HELD", "WITHDRAWN", "UNDELIVERABLE"}) {
            assertRejected(
                    parser,
                    with(Records.updated(type), "reason", "1"),
                    RejectionReason.WRONG_TYPE,
                    "reason must be a string");
        }
        for (String type : new String[] {"DELIVERED", "RELEASED", "RESUMED"}) {
            assertThat(parsed(parser, with(Records.updated(type), "reason", "1")))
                    .isInstanceOf(RequestUpdated.class);
        }
        assertThat(parsed(parser, with(Records.issued(), "reason", "1"))).isEqualTo(ISSUED);
    }

    @Test
    void anUnpairedSurrogateInFreeTextIsReplaced() {
        String record =
                Records.updated("HELD").toString().replace("appeal", "a\\ud800b\\ud83d\\ude42");
        assertThat(((RequestUpdated) parsed(parser, Records.bytes(record))).reason())
                .isEqualTo("a\ufffdb\uD83D\uDE42");
    }
}
