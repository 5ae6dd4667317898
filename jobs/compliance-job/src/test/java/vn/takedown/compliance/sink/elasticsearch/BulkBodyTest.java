package vn.takedown.compliance.sink.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.takedown.compliance.sink.elasticsearch.Entries.entry;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class BulkBodyTest {

    @Test
    void everyDocumentIsTwoLinesWithItsExternalVersion() {
        byte[] body =
                BulkBody.of(
                        List.of(
                                entry("takedown-cases", "r/1", 5, "{\"a\":\"ẻ\"}"),
                                entry("takedown-alerts", "quote\"\\\n", 6, "{}")));

        assertThat(new String(body, StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                        {"index":{"_index":"takedown-cases","_id":"r/1",\
                        "version_type":"external_gte","version":5}}
                        {"a":"ẻ"}
                        {"index":{"_index":"takedown-alerts","_id":"quote\\"\\\\\\n",\
                        "version_type":"external_gte","version":6}}
                        {}
                        """);
    }
}
