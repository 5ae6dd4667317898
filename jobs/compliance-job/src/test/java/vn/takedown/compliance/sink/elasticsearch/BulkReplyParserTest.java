package vn.takedown.compliance.sink.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BulkReplyParserTest {

    private final BulkReplyParser parser = new BulkReplyParser();

    @Test
    void nothingIsReadAfterErrorsFalse() throws IOException {
        assertThat(parser.parse(body("{\"took\":3,\"errors\":false,\"items\":[ cut off")))
                .isEqualTo(new BulkReply.Accepted());
    }

    @Test
    void statusAndErrorTypeOfEveryItemAreRead() throws IOException {
        String reply =
                """
                {"errors":true,"took":3,"items":[
                 {"index":{"_index":"a","_id":"1","_shards":{"total":1},"status":201}},
                 {"index":{"_id":"2","status":400,"error":{"type":"document_parsing_exception",
                  "reason":"a value","caused_by":{"type":"inner","reason":"b"}}}},
                 {"index":{"status":429,"error":"text"}}]}""";

        assertThat(parser.parse(body(reply)))
                .isEqualTo(
                        new BulkReply.Partial(
                                java.util.List.of(
                                        new BulkReply.Item(201, ""),
                                        new BulkReply.Item(400, "document_parsing_exception"),
                                        new BulkReply.Item(429, "unknown"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "<html>",
                "{\"errors\":true}",
                "{\"errors\":true,\"items\":[{\"index\":{}}]}",
                "{\"errors\":true,\"items\":[1]}",
                "{\"errors\":true,\"items\":[{\"index\":{\"status\":201}}",
            })
    void whatIsNoBulkReplyIsAnError(String reply) {
        assertThatThrownBy(() -> parser.parse(body(reply))).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"error\":{\"root_cause\":[{\"type\":\"x\"}],\"type\":\"security_exception\"}}; security_exception",
                "{\"status\":503,\"error\":\"down\"}; unknown",
                "{\"error\":{\"type\":\"Nguyen Van A, 12\"}}; unknown",
                "{\"status\":503}; ''",
                "<html>Bad gateway</html>; ''",
                "''; ''",
            })
    void theErrorTypeOfARefusalIsReadAndNothingElse(String reply, String expected) {
        assertThat(parser.errorType(body(reply))).isEqualTo(expected);
    }

    private static InputStream body(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
