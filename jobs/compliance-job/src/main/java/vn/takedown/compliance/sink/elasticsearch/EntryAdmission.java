package vn.takedown.compliance.sink.elasticsearch;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.connector.base.sink.writer.ElementConverter;
import org.apache.flink.util.function.SerializableFunction;

/**
 * Turns elements into entries and swaps those that could never be sent for their dead letters,
 * before the framework would fail the job over them for ever.
 */
final class EntryAdmission<T> implements ElementConverter<T, BulkEntry> {

    private static final int MAX_ID_BYTES = 512;

    private final SerializableFunction<T, BulkEntry> converter;
    private final long maxRecordBytes;
    private final transient BulkCounters counters;
    private final transient LongSupplier clock;

    EntryAdmission(
            SerializableFunction<T, BulkEntry> converter,
            long maxRecordBytes,
            BulkCounters counters,
            LongSupplier clock) {
        this.converter = converter;
        this.maxRecordBytes = maxRecordBytes;
        this.counters = counters;
        this.clock = clock;
    }

    @Override
    public BulkEntry apply(T element, SinkWriter.Context context) {
        return admitted(converter.apply(element));
    }

    /** The entry, or its dead letter. */
    BulkEntry admitted(BulkEntry entry) {
        String objection = objection(entry);
        if (objection == null) {
            return entry;
        }
        counters.poison();
        Instant now = Instant.ofEpochMilli(clock.getAsLong());
        return SinkDeadLetter.of(entry, objection, now, maxRecordBytes);
    }

    /** Why the entry cannot be sent, null when it can. */
    private String objection(BulkEntry entry) {
        if (entry.serializedSize() > maxRecordBytes) {
            return "record_too_large";
        }
        if (entry.id().isEmpty()) {
            return "id_empty";
        }
        if (entry.id().getBytes(StandardCharsets.UTF_8).length > MAX_ID_BYTES) {
            return "id_too_long";
        }
        if (entry.version() < 0) {
            return "version_negative";
        }
        // A line break would end the document inside the bulk request and start another action.
        return isOneLine(entry.source()) ? null : "source_not_one_line";
    }

    private static boolean isOneLine(byte[] source) {
        for (byte next : source) {
            if (next == '\n' || next == '\r') {
                return false;
            }
        }
        return source.length > 0;
    }
}
