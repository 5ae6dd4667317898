package vn.takedown.benchmarks.worker;

import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import vn.takedown.benchmarks.run.Variant;
import vn.takedown.compliance.ComplianceJob;
import vn.takedown.compliance.CompliancePipeline;
import vn.takedown.compliance.config.JobConfiguration;
import vn.takedown.compliance.document.DocumentEntries;
import vn.takedown.compliance.event.EventEnvelope;
import vn.takedown.compliance.event.EventEnvelopeType;
import vn.takedown.compliance.event.ProviderKey;
import vn.takedown.compliance.source.IngestRecords;
import vn.takedown.compliance.source.InputRecord;

/** The graph of each Flink variant, from the parts of the job itself. */
final class JobVariants {

    private final StreamExecutionEnvironment environment;
    private final JobConfiguration configuration;
    private final OffsetsInitializer end;
    private final int batch;

    /**
     * @param end of a bounded run
     * @param batch of records that are counted at once
     */
    JobVariants(
            StreamExecutionEnvironment environment,
            JobConfiguration configuration,
            OffsetsInitializer end,
            int batch) {
        this.environment = environment;
        this.configuration = configuration;
        this.end = end;
        this.batch = batch;
    }

    void build(Variant variant) {
        switch (variant) {
            case RAW -> raw();
            case PARSE -> events().sinkTo(new DiscardingSink<>());
            case SHUFFLE ->
                    events().keyBy(EventEnvelope::target, ProviderKey.TYPE)
                            .sinkTo(new DiscardingSink<>());
            case JOB_COUNTING -> counting();
            case JOB_ELASTICSEARCH -> ComplianceJob.wire(records(), configuration);
            default -> throw new IllegalArgumentException(variant + " does not run on Flink.");
        }
    }

    private void raw() {
        counted(
                        environment.fromSource(
                                ComplianceJob.source(configuration, new RawBytes(), end),
                                WatermarkStrategy.noWatermarks(),
                                "raw"))
                .sinkTo(new DiscardingSink<>());
    }

    private DataStream<EventEnvelope> events() {
        return records()
                .process(new IngestRecords(configuration.times()))
                .returns(EventEnvelopeType.INSTANCE);
    }

    private void counting() {
        CompliancePipeline.Outputs outputs =
                CompliancePipeline.build(
                        records(),
                        configuration.times(),
                        configuration.alerts(),
                        configuration.cachedTargets());
        outputs.entries(new DocumentEntries(configuration.generation()))
                .sinkTo(new CountingSink<>())
                .uid("documents");
        outputs.transitions().sinkTo(new CountingSink<>()).uid("transitions-topic");
        outputs.deadLetters().sinkTo(new CountingSink<>()).uid("dead-letters-topic");
    }

    private DataStream<InputRecord> records() {
        return counted(ComplianceJob.records(environment, configuration, end));
    }

    private <T> DataStream<T> counted(DataStream<T> records) {
        return records.map(new CountRead<T>(batch)).returns(records.getType()).uid("count-read");
    }
}
