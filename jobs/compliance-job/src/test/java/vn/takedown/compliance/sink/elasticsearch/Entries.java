package vn.takedown.compliance.sink.elasticsearch;

import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.base.sink.writer.RequestEntryWrapper;

/** Documents for tests. */
final class Entries {

    static final String ALIAS = "takedown-cases";

    private Entries() {}

    static BulkEntry entry(String id, long version) {
        return entry(ALIAS, id, version);
    }

    static BulkEntry entry(String index, String id, long version) {
        return entry(
                index, id, version, "{\"case_id\":\"" + id + "\",\"sequence\":" + version + "}");
    }

    static BulkEntry entry(String index, String id, long version, String source) {
        return new BulkEntry(index, id, version, source.getBytes(StandardCharsets.UTF_8));
    }

    static RequestEntryWrapper<BulkEntry> wrapped(BulkEntry entry) {
        return new RequestEntryWrapper<>(entry, entry.serializedSize());
    }
}
