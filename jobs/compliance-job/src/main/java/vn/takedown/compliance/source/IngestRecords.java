package vn.takedown.compliance.source;

import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import vn.takedown.compliance.accounting.Ledger;
import vn.takedown.compliance.accounting.RecordCounts;
import vn.takedown.compliance.config.TimeSettings;
import vn.takedown.compliance.document.DeadLetter;
import vn.takedown.compliance.document.PolicyDocument;
import vn.takedown.compliance.event.EventEnvelope;
import vn.takedown.compliance.event.InputTopic;
import vn.takedown.compliance.event.Lateness;
import vn.takedown.compliance.event.OriginalRecord;
import vn.takedown.compliance.event.RecordOrigin;
import vn.takedown.compliance.event.RecordSerializer;
import vn.takedown.compliance.ingest.ParseResult;
import vn.takedown.compliance.ingest.ReferenceRecord;
import vn.takedown.compliance.ingest.RejectionReason;
import vn.takedown.model.event.Heartbeat;
import vn.takedown.model.event.Observation;
import vn.takedown.model.event.TakedownEvent;

/**
 * Sorts the records of all input topics: events go on, providers, policies and heartbeats go to
 * every subtask, rejected records become dead letters. Counts every record it reads.
 */
public final class IngestRecords extends ProcessFunction<InputRecord, EventEnvelope>
        implements CheckpointedFunction {

    public static final String UID = "ingest-records";

    public static final OutputTag<DeadLetter> DEAD_LETTERS =
            new OutputTag<>("dead-letters", TypeInformation.of(DeadLetter.class));

    public static final OutputTag<ReferenceUpdate> REFERENCE_UPDATES =
            new OutputTag<>("reference-updates", TypeInformation.of(ReferenceUpdate.class));

    /** Policies once more, for the dashboards. */
    public static final OutputTag<PolicyDocument> POLICIES =
            new OutputTag<>("policies", RecordSerializer.type(PolicyDocument.class));

    private static final long serialVersionUID = 1L;
    private static final InputTopic[] TOPICS = InputTopic.values();

    /** The floor of one partition as it is kept in state. */
    public record SavedFloor(int topic, int partition, long instant) {}

    private final long bound;
    private final long allowedLateness;

    private transient RecordReaders readers;
    private transient Ledger ledger;
    private transient PartitionFloors floors;
    private transient ListState<SavedFloor> savedFloors;

    public IngestRecords(TimeSettings times) {
        this.bound = times.watermarkBound().toMillis();
        this.allowedLateness = times.allowedLateness().toMillis();
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        readers = new RecordReaders();
        ledger = Ledger.restore(getRuntimeContext(), context);
        floors = new PartitionFloors(bound);
        // Every subtask gets all of them: after a restart a partition may be read elsewhere.
        savedFloors =
                context.getOperatorStateStore()
                        .getUnionListState(
                                new ListStateDescriptor<>(
                                        "partition-floors", TypeInformation.of(SavedFloor.class)));
        floors.restore(savedFloors.get());
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        ledger.snapshot();
        savedFloors.update(floors.saved());
    }

    @Override
    public void processElement(InputRecord input, Context context, Collector<EventEnvelope> output)
            throws Exception {
        InputTopic topic = TOPICS[input.topic];
        ledger.count(RecordCounts.read(topic));
        if (input.value == null && input.key != null && topic.isReference()) {
            ReferenceUpdate deletion = deletion(topic, input.key);
            context.output(REFERENCE_UPDATES, deletion);
            showDeletion(deletion, input.offset, context);
            return;
        }
        ParseResult<?> parsed = readers.of(input);
        RecordOrigin origin = new RecordOrigin(topic, input.partition, input.offset);
        if (parsed instanceof ParseResult.Rejected<?> rejected) {
            ledger.count(RecordCounts.deadLetter(topic, rejected.reason()));
            context.output(
                    DEAD_LETTERS,
                    DeadLetter.of(origin, original(input), rejected.reason(), rejected.detail()));
        } else if (parsed instanceof ParseResult.Parsed<?> accepted
                && accepted.value() instanceof TakedownEvent event) {
            accept(event, origin, input, context, output);
        } else if (parsed instanceof ParseResult.Parsed<?> accepted
                && accepted.value() instanceof ReferenceRecord entry) {
            context.output(REFERENCE_UPDATES, update(topic, entry, input.value));
            if (entry instanceof ReferenceRecord.PolicyRecord policy) {
                context.output(POLICIES, PolicyDocument.of(policy.policy(), input.offset));
            }
        } else {
            throw new IllegalStateException("No event came of a record of " + topic);
        }
    }

    private void accept(
            TakedownEvent event,
            RecordOrigin origin,
            InputRecord input,
            Context context,
            Collector<EventEnvelope> output) {
        PartitionFloor floor = floors.of(input.topic, input.partition);
        if (event instanceof Heartbeat) {
            ledger.count(RecordCounts.heartbeat(origin.topic()));
            context.output(REFERENCE_UPDATES, ReferenceUpdate.heartbeat(event.occurredAt()));
        } else {
            pass(event, origin, input, floor, context, output);
        }
        floor.raise(input.parsed);
        floors.raised(floor);
    }

    private Lateness lateness(TakedownEvent event, PartitionFloor floor) {
        if (floor.reached(event.occurredAt() + allowedLateness)) {
            return Lateness.TOO_LATE;
        }
        return floor.reached(event.occurredAt()) ? Lateness.LATE : Lateness.IN_TIME;
    }

    private void pass(
            TakedownEvent event,
            RecordOrigin origin,
            InputRecord input,
            PartitionFloor floor,
            Context context,
            Collector<EventEnvelope> output) {
        Lateness lateness = lateness(event, floor);
        boolean observation = event instanceof Observation;
        // Behind another partition it may turn out too late further on, if this one is new; and the
        // case of a request may have been retired.
        boolean mayBeRejected =
                lateness != Lateness.IN_TIME
                        || event.occurredAt() + allowedLateness < floors.highest()
                        || !observation;
        EventEnvelope envelope =
                new EventEnvelope(event, origin, lateness, mayBeRejected ? original(input) : null);
        if (observation && lateness == Lateness.TOO_LATE) {
            // Of one so old nobody knows any more whether it is a repeat.
            ledger.count(RecordCounts.deadLetter(origin.topic(), RejectionReason.TOO_LATE));
            context.output(
                    DEAD_LETTERS,
                    DeadLetter.tooLate(envelope, "it is later than --allowed-lateness"));
        } else {
            output.collect(envelope);
        }
    }

    /** A record without a value deletes the entry of its key, as in every compacted topic. */
    private static ReferenceUpdate deletion(InputTopic topic, byte[] key) {
        ReferenceUpdate.Kind kind =
                topic == InputTopic.PROVIDERS
                        ? ReferenceUpdate.Kind.PROVIDER
                        : ReferenceUpdate.Kind.POLICY;
        return new ReferenceUpdate(kind, new String(key, StandardCharsets.UTF_8), null, 0);
    }

    private static void showDeletion(ReferenceUpdate deletion, long offset, Context context) {
        PolicyVersion policy =
                deletion.kind() == ReferenceUpdate.Kind.POLICY
                        ? PolicyVersion.parse(deletion.key())
                        : null;
        if (policy != null) {
            context.output(
                    POLICIES, PolicyDocument.deleted(policy.policyId(), policy.version(), offset));
        }
    }

    private ReferenceUpdate update(InputTopic topic, ReferenceRecord entry, byte[] json) {
        if (entry instanceof ReferenceRecord.ProviderRecord provider) {
            return new ReferenceUpdate(
                    ReferenceUpdate.Kind.PROVIDER, provider.provider().providerId(), json, 0);
        }
        if (entry instanceof ReferenceRecord.PolicyRecord policy) {
            return new ReferenceUpdate(
                    ReferenceUpdate.Kind.POLICY, PolicyVersion.of(policy.policy()).key(), json, 0);
        }
        if (entry instanceof ReferenceRecord.ReferenceHeartbeat promise) {
            ledger.count(RecordCounts.heartbeat(topic));
            return ReferenceUpdate.heartbeat(promise.heartbeat().occurredAt());
        }
        throw new IllegalStateException("No reference data came of a record of " + topic);
    }

    private static OriginalRecord original(InputRecord input) {
        return new OriginalRecord(input.key, input.value, input.timestamp);
    }
}
