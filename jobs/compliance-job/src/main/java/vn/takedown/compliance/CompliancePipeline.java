package vn.takedown.compliance;

import org.apache.flink.api.common.functions.FilterFunction;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.datastream.BroadcastStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import vn.takedown.compliance.alerting.RaiseAlerts;
import vn.takedown.compliance.alerting.WatchBurn;
import vn.takedown.compliance.config.AlertSettings;
import vn.takedown.compliance.config.TimeSettings;
import vn.takedown.compliance.document.CaseDocument;
import vn.takedown.compliance.document.CaseTransition;
import vn.takedown.compliance.document.CoverageDocument;
import vn.takedown.compliance.document.DeadLetter;
import vn.takedown.compliance.document.DocumentEntries;
import vn.takedown.compliance.document.PeriodDocument;
import vn.takedown.compliance.document.PolicyDocument;
import vn.takedown.compliance.document.ProviderStateDocument;
import vn.takedown.compliance.document.WriteEntries;
import vn.takedown.compliance.event.EventEnvelope;
import vn.takedown.compliance.event.EventEnvelopeType;
import vn.takedown.compliance.event.ProviderKey;
import vn.takedown.compliance.event.RecordSerializer;
import vn.takedown.compliance.recidivism.JudgeRecidivism;
import vn.takedown.compliance.rollup.AddressCohorts;
import vn.takedown.compliance.rollup.CohortChange;
import vn.takedown.compliance.rollup.CohortUpdate;
import vn.takedown.compliance.rollup.RollUpCohorts;
import vn.takedown.compliance.rollup.RollUpCoverage;
import vn.takedown.compliance.sink.elasticsearch.BulkEntry;
import vn.takedown.compliance.source.IngestRecords;
import vn.takedown.compliance.source.InputRecord;
import vn.takedown.compliance.source.ReferenceBroadcast;
import vn.takedown.compliance.source.ReferenceUpdate;
import vn.takedown.compliance.standing.ShowStates;
import vn.takedown.compliance.tracking.CutOff;
import vn.takedown.compliance.tracking.DropRepeatedEvents;
import vn.takedown.compliance.tracking.ReferenceState;
import vn.takedown.compliance.tracking.RegisterCases;
import vn.takedown.compliance.tracking.TrackCases;
import vn.takedown.model.alerting.Alert;
import vn.takedown.model.coverage.CoverageChange;
import vn.takedown.model.event.Observation;
import vn.takedown.model.event.RequestIssued;

/**
 * The wiring of the job, without any choice of where records come from or documents go.
 *
 * <pre>
 * requests ┐                                      ┌ issued: register (case) ┐
 * acks     ┼ ingest ┬ requests, acks: drop repeats┴─────────────────────────┼ track cases ─ documents ┬ with content: judge recidivism ┬─ case documents
 * observ.  ┤   │    └ observations ─────────────────────────────────────────┘   │  │  (target)        └────────────────────────────────┘
 * provid.  ┤   │ dead letters                                                   │  └ transitions
 * policies ┘   │                                                                └ cohort changes ─ address ─ roll up (cohort) ─ period documents
 *              └ providers, policies, heartbeats: broadcast to track cases, roll up, watch cases, providers and burn, rank
 * track cases ─ coverage changes ─ roll up coverage (provider) ─ coverage documents
 * track cases ┬ situations ┬ watch cases (case)         ┬ alerts
 *             │ judgements ┘                            │
 *             ├ provider signals ─ watch providers ─────┤
 *             └ standing changes ─ watch burn (provider)┤
 *                                   └ standings ────────┴ strikes ─ rank providers (all) ─ provider states
 * </pre>
 */
public final class CompliancePipeline {

    private static final KeySelector<EventEnvelope, ProviderKey> BY_TARGET = EventEnvelope::target;

    private CompliancePipeline() {}

    /** What comes out of the pipeline. */
    public record Outputs(
            DataStream<CaseDocument> cases,
            DataStream<CaseTransition> transitions,
            DataStream<PeriodDocument> periods,
            DataStream<CoverageDocument> coverage,
            DataStream<DeadLetter> deadLetters,
            DataStream<Alert> alerts,
            DataStream<ProviderStateDocument> states,
            DataStream<PolicyDocument> policies) {

        /** All of it as documents for Elasticsearch. */
        public DataStream<BulkEntry> entries(DocumentEntries entries) {
            return entry("cases", cases, entries::of)
                    .union(
                            entry("transitions", transitions, entries::of),
                            entry("periods", periods, entries::of),
                            entry("coverage", coverage, entries::of),
                            entry("dead-letters", deadLetters, entries::of),
                            entry("alerts", alerts, entries::of),
                            entry("states", states, entries::of),
                            entry("policies", policies, entries::of));
        }

        private static <T> DataStream<BulkEntry> entry(
                String name, DataStream<T> documents, MapFunction<T, BulkEntry> writer) {
            return named(
                    documents
                            .map(new WriteEntries<>(writer))
                            .returns(TypeInformation.of(BulkEntry.class)),
                    "write-" + name);
        }
    }

    /**
     * @param records of all input topics, with watermarks, see {@link
     *     vn.takedown.compliance.source.RecordWatermarks}
     * @param cachedTargets how many targets each subtask keeps decoded in front of its state
     */
    public static Outputs build(
            DataStream<InputRecord> records,
            TimeSettings times,
            AlertSettings alertSettings,
            int cachedTargets) {
        SingleOutputStreamOperator<EventEnvelope> ingested =
                named(
                        records.process(new IngestRecords(times))
                                .returns(EventEnvelopeType.INSTANCE),
                        IngestRecords.UID);
        DataStream<ReferenceUpdate> reference =
                ingested.getSideOutput(IngestRecords.REFERENCE_UPDATES);
        SingleOutputStreamOperator<EventEnvelope> once = once(ingested, times);
        SingleOutputStreamOperator<CaseDocument> tracked =
                trackCases(accepted(ingested, once), reference, times, cachedTargets);
        SingleOutputStreamOperator<CaseDocument> judged =
                named(
                        only("with-content", tracked, document -> document.contentKey() != null)
                                .keyBy(JudgeRecidivism::key, ProviderKey.TYPE)
                                .process(new JudgeRecidivism(times))
                                .returns(RecordSerializer.type(CaseDocument.class)),
                        JudgeRecidivism.UID);
        DataStream<CohortChange> cohortChanges =
                tracked.getSideOutput(TrackCases.COHORT_CHANGES)
                        .union(judged.getSideOutput(JudgeRecidivism.COHORT_CHANGES));
        DataStream<PeriodDocument> periods = rollUp(cohortChanges, reference, times);
        BroadcastStream<ReferenceUpdate> told =
                reference.broadcast(ReferenceState.ENTRIES, CutOff.STATE);
        SingleOutputStreamOperator<Alert> burning =
                RaiseAlerts.ofBurnRates(
                        tracked.getSideOutput(TrackCases.STANDING_CHANGES), told, alertSettings);
        DataStream<Alert> alerts =
                RaiseAlerts.from(
                                tracked.getSideOutput(TrackCases.SITUATIONS),
                                judged.getSideOutput(JudgeRecidivism.JUDGEMENTS),
                                tracked.getSideOutput(TrackCases.PROVIDER_SIGNALS),
                                reference,
                                times,
                                alertSettings)
                        .union(burning);
        return new Outputs(
                judged.union(
                        only(
                                "without-content",
                                tracked,
                                document -> document.contentKey() == null)),
                tracked.getSideOutput(TrackCases.TRANSITIONS),
                periods,
                coverage(tracked, reference, times),
                ingested.getSideOutput(IngestRecords.DEAD_LETTERS)
                        .union(
                                once.getSideOutput(IngestRecords.DEAD_LETTERS),
                                tracked.getSideOutput(IngestRecords.DEAD_LETTERS)),
                alerts,
                ShowStates.from(
                        burning.getSideOutput(WatchBurn.STANDINGS),
                        alerts,
                        told,
                        times.refreshInterval(),
                        alertSettings.standing()),
                ingested.getSideOutput(IngestRecords.POLICIES));
    }

    private static DataStream<CoverageDocument> coverage(
            SingleOutputStreamOperator<CaseDocument> tracked,
            DataStream<ReferenceUpdate> reference,
            TimeSettings times) {
        return named(
                tracked.getSideOutput(TrackCases.COVERAGE_CHANGES)
                        .keyBy(CoverageChange::providerId, Types.STRING)
                        .connect(reference.broadcast(CutOff.STATE))
                        .process(new RollUpCoverage(times))
                        .returns(RecordSerializer.type(CoverageDocument.class)),
                RollUpCoverage.UID);
    }

    private static SingleOutputStreamOperator<CaseDocument> trackCases(
            DataStream<EventEnvelope> events,
            DataStream<ReferenceUpdate> reference,
            TimeSettings times,
            int cachedTargets) {
        return named(
                ReferenceBroadcast.beside(
                        events.keyBy(BY_TARGET, ProviderKey.TYPE),
                        reference,
                        new TrackCases(times, cachedTargets),
                        RecordSerializer.type(CaseDocument.class)),
                TrackCases.UID);
    }

    private static SingleOutputStreamOperator<PeriodDocument> rollUp(
            DataStream<CohortChange> changes,
            DataStream<ReferenceUpdate> reference,
            TimeSettings times) {
        DataStream<CohortUpdate> updates =
                named(
                        changes.flatMap(new AddressCohorts())
                                .returns(RecordSerializer.type(CohortUpdate.class)),
                        AddressCohorts.UID);
        return named(
                ReferenceBroadcast.beside(
                        updates.keyBy(CohortUpdate::cohort, Types.STRING),
                        reference,
                        new RollUpCohorts(times),
                        TypeInformation.of(PeriodDocument.class)),
                RollUpCohorts.UID);
    }

    /** Requests and acknowledgements without repeats. */
    private static SingleOutputStreamOperator<EventEnvelope> once(
            DataStream<EventEnvelope> ingested, TimeSettings times) {
        return named(
                only(
                                "requests-and-acknowledgements",
                                ingested,
                                envelope -> !(envelope.event() instanceof Observation))
                        .keyBy(DropRepeatedEvents::key, Types.STRING)
                        .process(new DropRepeatedEvents(times.allowedLateness()))
                        .returns(EventEnvelopeType.INSTANCE),
                DropRepeatedEvents.UID);
    }

    /** All observations and, of the other events, only the first {@code ISSUED} of a case. */
    private static DataStream<EventEnvelope> accepted(
            DataStream<EventEnvelope> ingested, DataStream<EventEnvelope> once) {
        DataStream<EventEnvelope> issued =
                named(
                        only("issued", once, envelope -> envelope.event() instanceof RequestIssued)
                                .keyBy(RegisterCases::key, Types.STRING)
                                .process(new RegisterCases())
                                .returns(EventEnvelopeType.INSTANCE),
                        RegisterCases.UID);
        return only("observations", ingested, envelope -> envelope.event() instanceof Observation)
                .union(
                        issued,
                        only(
                                "updates-and-acknowledgements",
                                once,
                                envelope -> !(envelope.event() instanceof RequestIssued)));
    }

    /** Keeps no state, but has a uid all the same: Flink must make up none. */
    private static <T> DataStream<T> only(
            String uid, DataStream<T> stream, FilterFunction<T> wanted) {
        return named(stream.filter(wanted), uid);
    }

    private static <T> SingleOutputStreamOperator<T> named(
            SingleOutputStreamOperator<T> operator, String uid) {
        return operator.uid(uid).name(uid);
    }
}
