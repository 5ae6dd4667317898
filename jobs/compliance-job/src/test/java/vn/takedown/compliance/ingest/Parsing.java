package vn.takedown.compliance.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;

/** What the tests expect of a parser. */
final class Parsing {

    private Parsing() {}

    static <T> T parsed(RecordParser<T> parser, JsonNode record) {
        return parsed(parser, Records.bytes(record));
    }

    static <T> T parsed(RecordParser<T> parser, byte[] record) {
        ParseResult<T> result = parser.parse(record);
        if (result instanceof ParseResult.Parsed<T> parsed) {
            return parsed.value();
        }
        return fail("rejected: %s", result);
    }

    static void assertRejected(
            RecordParser<?> parser, JsonNode record, RejectionReason reason, String field) {
        assertRejected(parser, Records.bytes(record), reason, field);
    }

    /**
     * @param detail what the detail begins with
     */
    static void assertRejected(
            RecordParser<?> parser, byte[] record, RejectionReason reason, String detail) {
        ParseResult<?> result = parser.parse(record);
        assertThat(result).isInstanceOf(ParseResult.Rejected.class);
        ParseResult.Rejected<?> rejected = (ParseResult.Rejected<?>) result;
        assertThat(rejected.reason()).as(rejected.detail()).isEqualTo(reason);
        assertThat(rejected.detail()).startsWith(detail);
    }
}
