package vn.takedown.benchmarks.peer;

import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import vn.takedown.compliance.ingest.ParseResult;
import vn.takedown.compliance.ingest.PolicyParser;
import vn.takedown.compliance.ingest.ProviderParser;
import vn.takedown.compliance.ingest.RecordParser;
import vn.takedown.compliance.ingest.ReferenceRecord;
import vn.takedown.model.reference.ReferenceBook;

/** Providers and policies out of the two global tables. */
final class KnownReference {

    private KnownReference() {}

    static ReferenceBook read(
            ReadOnlyKeyValueStore<String, ValueAndTimestamp<byte[]>> providers,
            ReadOnlyKeyValueStore<String, ValueAndTimestamp<byte[]>> policies) {
        ReferenceBook book = new ReferenceBook();
        read(providers, new ProviderParser(), book);
        read(policies, new PolicyParser(), book);
        return book;
    }

    private static void read(
            ReadOnlyKeyValueStore<String, ValueAndTimestamp<byte[]>> table,
            RecordParser<ReferenceRecord> parser,
            ReferenceBook book) {
        try (KeyValueIterator<String, ValueAndTimestamp<byte[]>> entries = table.all()) {
            while (entries.hasNext()) {
                KeyValue<String, ValueAndTimestamp<byte[]>> entry = entries.next();
                put(parser.parse(entry.value.value()), book);
            }
        }
    }

    private static void put(ParseResult<ReferenceRecord> parsed, ReferenceBook book) {
        if (parsed instanceof ParseResult.Parsed<ReferenceRecord> accepted) {
            if (accepted.value() instanceof ReferenceRecord.ProviderRecord entry) {
                book.put(entry.provider());
            } else if (accepted.value() instanceof ReferenceRecord.PolicyRecord entry) {
                book.put(entry.policy());
            }
        }
    }
}
