package vn.takedown.compliance.sink.elasticsearch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.AsyncSinkBase;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.RequestEntryWrapper;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.util.function.SerializableFunction;

/**
 * Writes documents into Elasticsearch at least once; by {@code _id} and external version the newest
 * one stays, whatever the order of arrival (contract section 4). Documents for several aliases may
 * go through one sink. A document that Elasticsearch can never take becomes a dead letter and does
 * not hold up the stream; while the cluster is in trouble, the stream is held up instead of losing
 * documents.
 *
 * @param <T> the elements of the stream
 */
public final class ElasticsearchSink<T> extends AsyncSinkBase<T, BulkEntry> {

    private final ElasticsearchSinkConfig config;
    private final SerializableFunction<T, BulkEntry> converter;

    /**
     * A sink for any element that can be turned into an entry.
     *
     * @param converter never gives null; an exception in it fails the job
     */
    public ElasticsearchSink(
            ElasticsearchSinkConfig config, SerializableFunction<T, BulkEntry> converter) {
        super(
                (element, context) -> converter.apply(element),
                config.maxBatchSize(),
                config.maxInFlight(),
                config.maxBuffered(),
                config.maxBatchBytes(),
                config.maxTimeInBuffer().toMillis(),
                config.maxRecordBytes());
        this.config = config;
        this.converter = Objects.requireNonNull(converter, "converter");
    }

    @Override
    public StatefulSinkWriter<T, BufferedRequestState<BulkEntry>> createWriter(
            WriterInitContext context) {
        return restoreWriter(context, List.of());
    }

    @Override
    public StatefulSinkWriter<T, BufferedRequestState<BulkEntry>> restoreWriter(
            WriterInitContext context, Collection<BufferedRequestState<BulkEntry>> states) {
        return writer(context, states, new BulkCounters(context.metricGroup()));
    }

    @Override
    public SimpleVersionedSerializer<BufferedRequestState<BulkEntry>> getWriterStateSerializer() {
        return new BulkEntryStateSerializer();
    }

    ElasticsearchSinkWriter<T> writer(
            WriterInitContext context,
            Collection<BufferedRequestState<BulkEntry>> states,
            BulkCounters counters) {
        LongSupplier clock = context.getProcessingTimeService()::getCurrentProcessingTime;
        EntryAdmission<T> admission =
                new EntryAdmission<>(converter, config.maxRecordBytes(), counters, clock);
        return new ElasticsearchSinkWriter<>(
                config, admission, context, admitted(states, admission), counters);
    }

    /** The limits may have become smaller since the entries were admitted. */
    private static List<BufferedRequestState<BulkEntry>> admitted(
            Collection<BufferedRequestState<BulkEntry>> states, EntryAdmission<?> admission) {
        List<RequestEntryWrapper<BulkEntry>> entries = new ArrayList<>();
        for (BufferedRequestState<BulkEntry> state : states) {
            for (RequestEntryWrapper<BulkEntry> held : state.getBufferedRequestEntries()) {
                BulkEntry entry = admission.admitted(held.getRequestEntry());
                entries.add(new RequestEntryWrapper<>(entry, entry.serializedSize()));
            }
        }
        return List.of(new BufferedRequestState<>(entries));
    }
}
