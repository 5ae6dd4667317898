package vn.takedown.compliance.simulation;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.api.operators.StreamFlatMap;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import vn.takedown.compliance.config.TimeSettings;
import vn.takedown.compliance.document.CaseDocument;
import vn.takedown.compliance.document.CaseTransition;
import vn.takedown.compliance.document.DeadLetter;
import vn.takedown.compliance.document.DocumentEntries;
import vn.takedown.compliance.document.PeriodDocument;
import vn.takedown.compliance.event.EventEnvelope;
import vn.takedown.compliance.event.EventEnvelopeType;
import vn.takedown.compliance.event.ProviderKey;
import vn.takedown.compliance.recidivism.JudgeRecidivism;
import vn.takedown.compliance.rollup.AddressCohorts;
import vn.takedown.compliance.rollup.CohortChange;
import vn.takedown.compliance.rollup.CohortUpdate;
import vn.takedown.compliance.rollup.RollUpCohorts;
import vn.takedown.compliance.sink.elasticsearch.BulkEntry;
import vn.takedown.compliance.source.IngestRecords;
import vn.takedown.compliance.source.ReferenceUpdate;
import vn.takedown.compliance.tracking.DropRepeatedEvents;
import vn.takedown.compliance.tracking.RegisterCases;
import vn.takedown.compliance.tracking.TrackCases;
import vn.takedown.model.event.Observation;
import vn.takedown.model.event.RequestIssued;

/**
 * The wiring of {@link vn.takedown.compliance.CompliancePipeline} once more, for the simulation.
 * That both are the same, {@link CompliancePipelineTest} shows.
 */
final class CompliancePipelineStages {

    private static final TypeSerializer<EventEnvelope> EVENT_ENVELOPES =
            Edge.serializer(EventEnvelopeType.INSTANCE);
    private static final TypeSerializer<ReferenceUpdate> REFERENCE_UPDATES =
            serializer(ReferenceUpdate.class);
    private static final TypeSerializer<CaseDocument> CASE_DOCUMENTS =
            serializer(CaseDocument.class);
    private static final TypeSerializer<CohortChange> COHORT_CHANGES =
            serializer(CohortChange.class);
    private static final TypeSerializer<CohortUpdate> COHORT_UPDATES =
            serializer(CohortUpdate.class);

    private final Stage ingest;
    private final Stage dropRepeated;
    private final Stage register;
    private final Stage track;
    private final Stage judge;
    private final Stage address;
    private final Stage rollUp;

    private CompliancePipelineStages(TimeSettings times, int cachedTargets) {
        ingest =
                new Stage(
                        IngestRecords.UID,
                        (parallelism, subtask) ->
                                new OneInputStreamOperatorTestHarness<>(
                                        new ProcessOperator<>(new IngestRecords(times)),
                                        Stage.MAX_PARALLELISM,
                                        parallelism,
                                        subtask));
        dropRepeated =
                new Stage(
                        DropRepeatedEvents.UID,
                        (parallelism, subtask) ->
                                new KeyedOneInputStreamOperatorTestHarness<>(
                                        new KeyedProcessOperator<>(
                                                new DropRepeatedEvents(times.allowedLateness())),
                                        DropRepeatedEvents::key,
                                        Types.STRING,
                                        Stage.MAX_PARALLELISM,
                                        parallelism,
                                        subtask));
        register =
                new Stage(
                        RegisterCases.UID,
                        (parallelism, subtask) ->
                                new KeyedOneInputStreamOperatorTestHarness<>(
                                        new KeyedProcessOperator<>(new RegisterCases()),
                                        RegisterCases::key,
                                        Types.STRING,
                                        Stage.MAX_PARALLELISM,
                                        parallelism,
                                        subtask));
        track =
                new Stage(
                        TrackCases.UID,
                        (parallelism, subtask) ->
                                new KeyedTwoInputStreamOperatorTestHarness<>(
                                        new TrackCases(times, cachedTargets),
                                        EventEnvelope::target,
                                        null,
                                        ProviderKey.TYPE,
                                        Stage.MAX_PARALLELISM,
                                        parallelism,
                                        subtask));
        judge =
                new Stage(
                        JudgeRecidivism.UID,
                        (parallelism, subtask) ->
                                new KeyedOneInputStreamOperatorTestHarness<>(
                                        new KeyedProcessOperator<>(
                                                new JudgeRecidivism(times.allowedLateness())),
                                        JudgeRecidivism::key,
                                        ProviderKey.TYPE,
                                        Stage.MAX_PARALLELISM,
                                        parallelism,
                                        subtask));
        address =
                new Stage(
                        AddressCohorts.UID,
                        (parallelism, subtask) ->
                                new OneInputStreamOperatorTestHarness<>(
                                        new StreamFlatMap<>(new AddressCohorts()),
                                        Stage.MAX_PARALLELISM,
                                        parallelism,
                                        subtask));
        rollUp =
                new Stage(
                        RollUpCohorts.UID,
                        (parallelism, subtask) ->
                                new KeyedTwoInputStreamOperatorTestHarness<>(
                                        new RollUpCohorts(times),
                                        CohortUpdate::cohort,
                                        null,
                                        Types.STRING,
                                        Stage.MAX_PARALLELISM,
                                        parallelism,
                                        subtask));
    }

    /** The stages from the first to the last. */
    static List<Stage> of(TimeSettings times, int cachedTargets, Consumer<BulkEntry> sink) {
        CompliancePipelineStages stages = new CompliancePipelineStages(times, cachedTargets);
        stages.connectEvents();
        stages.connectDocuments();
        stages.connectSink(sink);
        return List.of(
                stages.ingest,
                stages.dropRepeated,
                stages.register,
                stages.track,
                stages.judge,
                stages.address,
                stages.rollUp);
    }

    private void connectEvents() {
        events(
                ingest,
                envelope -> !(envelope.event() instanceof Observation),
                DropRepeatedEvents::key,
                dropRepeated);
        events(
                ingest,
                envelope -> envelope.event() instanceof Observation,
                EventEnvelope::target,
                track);
        events(
                dropRepeated,
                envelope -> envelope.event() instanceof RequestIssued,
                RegisterCases::key,
                register);
        events(
                dropRepeated,
                envelope -> !(envelope.event() instanceof RequestIssued),
                EventEnvelope::target,
                track);
        events(register, envelope -> true, EventEnvelope::target, track);
        for (Stage receiver : List.of(track, rollUp)) {
            ingest.edges()
                    .add(
                            new Edge<>(
                                    IngestRecords.REFERENCE_UPDATES,
                                    REFERENCE_UPDATES,
                                    update -> true,
                                    Routing.toAll(),
                                    receiver,
                                    1));
        }
    }

    private static void events(
            Stage from, Predicate<EventEnvelope> filter, Function<EventEnvelope, ?> key, Stage to) {
        from.edges().add(new Edge<>(null, EVENT_ENVELOPES, filter, Routing.byKey(key), to, 0));
    }

    private void connectDocuments() {
        track.edges()
                .add(
                        new Edge<>(
                                null,
                                CASE_DOCUMENTS,
                                document -> document.contentKey() != null,
                                Routing.byKey(JudgeRecidivism::key),
                                judge,
                                0));
        changes(track, TrackCases.COHORT_CHANGES);
        changes(judge, JudgeRecidivism.COHORT_CHANGES);
        address.edges()
                .add(
                        new Edge<>(
                                null,
                                COHORT_UPDATES,
                                update -> true,
                                Routing.byKey(CohortUpdate::cohort),
                                rollUp,
                                0));
    }

    private void changes(Stage from, OutputTag<CohortChange> tag) {
        from.edges()
                .add(
                        new Edge<>(
                                tag,
                                COHORT_CHANGES,
                                change -> true,
                                Routing.forward(),
                                address,
                                0));
    }

    private void connectSink(Consumer<BulkEntry> sink) {
        DocumentEntries entries = new DocumentEntries(1);
        exit(
                track,
                null,
                CaseDocument.class,
                document -> document.contentKey() == null ? entries.of(document) : null,
                sink);
        exit(judge, null, CaseDocument.class, entries::of, sink);
        exit(track, TrackCases.TRANSITIONS, CaseTransition.class, entries::of, sink);
        exit(rollUp, null, PeriodDocument.class, entries::of, sink);
        exit(ingest, IngestRecords.DEAD_LETTERS, DeadLetter.class, entries::of, sink);
        exit(dropRepeated, IngestRecords.DEAD_LETTERS, DeadLetter.class, entries::of, sink);
        exit(track, IngestRecords.DEAD_LETTERS, DeadLetter.class, entries::of, sink);
    }

    /**
     * @param writer may give null for what goes elsewhere
     */
    private static <T> void exit(
            Stage from,
            OutputTag<T> tag,
            Class<T> type,
            MapFunction<T, BulkEntry> writer,
            Consumer<BulkEntry> sink) {
        from.exits()
                .add(
                        new Stage.Exit<>(
                                tag,
                                value -> {
                                    BulkEntry entry = written(writer, type.cast(value));
                                    if (entry != null) {
                                        sink.accept(entry);
                                    }
                                }));
    }

    private static <T> BulkEntry written(MapFunction<T, BulkEntry> writer, T document) {
        try {
            return writer.map(document);
        } catch (Exception failure) {
            throw new IllegalStateException("A document could not be written.", failure);
        }
    }

    private static <T> TypeSerializer<T> serializer(Class<T> type) {
        return Edge.serializer(TypeInformation.of(type));
    }
}
