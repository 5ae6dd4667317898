package vn.takedown.compliance.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.takedown.compliance.sink.elasticsearch.BulkEntry;
import vn.takedown.compliance.sink.elasticsearch.DocumentAlias;

/**
 * The sink and what stands in Elasticsearch: of each document the newest version. It outlives
 * restarts: what was written after the last checkpoint is not taken back.
 */
final class WrittenDocuments {

    private final Map<String, Map<String, BulkEntry>> newest = new TreeMap<>();
    private final List<BulkEntry> buffered = new ArrayList<>();

    void write(BulkEntry entry) {
        buffered.add(entry);
    }

    /** Sends what is buffered, as before each checkpoint. */
    void flush() {
        for (BulkEntry entry : buffered) {
            newest.computeIfAbsent(entry.index(), absent -> new TreeMap<>())
                    .merge(
                            entry.id(),
                            entry,
                            (old, fresh) -> fresh.version() >= old.version() ? fresh : old);
        }
        buffered.clear();
    }

    /** A failure: what is buffered is lost. */
    void lose() {
        buffered.clear();
    }

    /** {@code _id} → document. */
    Map<String, BulkEntry> of(DocumentAlias alias) {
        return newest.getOrDefault(alias.alias(), Map.of());
    }
}
