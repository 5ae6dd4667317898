package vn.takedown.compliance.source;

import java.nio.charset.StandardCharsets;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import vn.takedown.compliance.accounting.Ledger;
import vn.takedown.compliance.accounting.RecordCounts;
import vn.takedown.compliance.document.DeadLetter;
import vn.takedown.compliance.event.InputTopic;
import vn.takedown.compliance.event.OriginalRecord;
import vn.takedown.compliance.event.RecordOrigin;
import vn.takedown.compliance.ingest.ParseResult;
import vn.takedown.compliance.ingest.ReferenceRecord;

/**
 * Sorts the records of the provider and policy topics. A record without a value deletes the entry
 * of its key, as in every compacted topic.
 */
public final class IngestReference extends ProcessFunction<InputRecord, ReferenceUpdate>
        implements CheckpointedFunction {

    public static final String UID = "ingest-reference";

    private static final long serialVersionUID = 1L;
    private static final InputTopic[] TOPICS = InputTopic.values();

    private transient RecordReaders readers;
    private transient Ledger ledger;

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        readers = new RecordReaders();
        ledger = Ledger.restore(getRuntimeContext(), context);
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        ledger.snapshot();
    }

    @Override
    public void processElement(
            InputRecord input, Context context, Collector<ReferenceUpdate> output) {
        InputTopic topic = TOPICS[input.topic];
        ledger.count(RecordCounts.read(topic));
        if (input.value == null && input.key != null) {
            ReferenceUpdate.Kind kind =
                    topic == InputTopic.PROVIDERS
                            ? ReferenceUpdate.Kind.PROVIDER
                            : ReferenceUpdate.Kind.POLICY;
            output.collect(
                    new ReferenceUpdate(
                            kind, new String(input.key, StandardCharsets.UTF_8), null, 0));
            return;
        }
        ParseResult<?> parsed = readers.of(input);
        if (parsed instanceof ParseResult.Rejected<?> rejected) {
            ledger.count(RecordCounts.deadLetter(topic, rejected.reason()));
            context.output(
                    IngestEvents.DEAD_LETTERS,
                    DeadLetter.of(
                            new RecordOrigin(topic, input.partition, input.offset),
                            new OriginalRecord(input.key, input.value, input.timestamp),
                            rejected.reason(),
                            rejected.detail()));
        } else if (parsed instanceof ParseResult.Parsed<?> accepted) {
            output.collect(update(topic, accepted.value(), input.value));
        }
    }

    private ReferenceUpdate update(InputTopic topic, Object value, byte[] json) {
        if (value instanceof ReferenceRecord.ProviderRecord entry) {
            return new ReferenceUpdate(
                    ReferenceUpdate.Kind.PROVIDER, entry.provider().providerId(), json, 0);
        }
        if (value instanceof ReferenceRecord.PolicyRecord entry) {
            return new ReferenceUpdate(
                    ReferenceUpdate.Kind.POLICY,
                    entry.policy().policyId() + '|' + entry.policy().version(),
                    json,
                    0);
        }
        if (value instanceof ReferenceRecord.ReferenceHeartbeat entry) {
            ledger.count(RecordCounts.heartbeat(topic));
            return ReferenceUpdate.heartbeat(entry.heartbeat().occurredAt());
        }
        throw new IllegalStateException("No reference data came of a record of " + topic);
    }
}
