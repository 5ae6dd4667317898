package vn.takedown.compliance;

import java.util.List;
import java.util.Properties;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.KafkaSourceOptions;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import vn.takedown.compliance.config.JobConfiguration;
import vn.takedown.compliance.config.RunMode;
import vn.takedown.compliance.document.DocumentEntries;
import vn.takedown.compliance.event.InputTopic;
import vn.takedown.compliance.sink.elasticsearch.ElasticsearchSetup;
import vn.takedown.compliance.sink.elasticsearch.ElasticsearchSink;
import vn.takedown.compliance.sink.elasticsearch.ElasticsearchSinkConfig;
import vn.takedown.compliance.sink.kafka.AuditTopics;
import vn.takedown.compliance.source.EventWatermarks;
import vn.takedown.compliance.source.InputRecord;
import vn.takedown.compliance.source.InputRecordDeserializer;
import vn.takedown.compliance.source.ReferenceWatermarks;

/** Configuration → environment → streams. All that reads the outside world is here. */
public final class ComplianceJob {

    /** Fixed for ever: changing it would remap all keyed state. */
    static final int MAX_PARALLELISM = 128;

    /** A record may be 4 MiB (contract section 6, item 1); one must always fit into a fetch. */
    private static final int FETCH_BYTES = 8 * 1024 * 1024;

    private ComplianceJob() {}

    /**
     * @param arguments {@code --key value} pairs, see {@link JobConfiguration}
     */
    public static void main(String[] arguments) throws Exception {
        JobConfiguration configuration = JobConfiguration.parse(arguments);
        ElasticsearchSetup.apply(configuration.elasticsearch(), configuration.indexSettings());
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment(flinkSettings(configuration));
        environment.setMaxParallelism(MAX_PARALLELISM);
        wire(environment, configuration);
        environment.execute("takedown-compliance");
    }

    static Configuration flinkSettings(JobConfiguration configuration) {
        Configuration settings = new Configuration();
        settings.set(PipelineOptions.OBJECT_REUSE, true);
        settings.set(PipelineOptions.GENERIC_TYPES, false);
        settings.set(
                CheckpointingOptions.CHECKPOINTING_INTERVAL, configuration.checkpointInterval());
        settings.set(
                CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE,
                CheckpointingMode.EXACTLY_ONCE);
        settings.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
        settings.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        if (configuration.checkpointDirectory() != null) {
            settings.set(
                    CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                    configuration.checkpointDirectory());
        }
        if (configuration.stateBackend() != null) {
            settings.set(
                    StateBackendOptions.STATE_BACKEND,
                    switch (configuration.stateBackend()) {
                        case ROCKSDB -> "rocksdb";
                        case HASHMAP -> "hashmap";
                    });
        }
        return settings;
    }

    private static void wire(
            StreamExecutionEnvironment environment, JobConfiguration configuration) {
        DataStream<InputRecord> events =
                environment
                        .fromSource(
                                source(
                                        configuration,
                                        InputTopic.REQUESTS,
                                        InputTopic.ACKNOWLEDGEMENTS,
                                        InputTopic.OBSERVATIONS),
                                eventWatermarks(configuration),
                                "events")
                        .uid("events");
        DataStream<InputRecord> reference =
                environment
                        .fromSource(
                                source(configuration, InputTopic.PROVIDERS, InputTopic.POLICIES),
                                ReferenceWatermarks.of(configuration.mode()),
                                "reference")
                        .uid("reference");
        CompliancePipeline.Outputs outputs =
                CompliancePipeline.build(
                        events,
                        reference,
                        configuration.watermarkBound(),
                        configuration.refreshInterval());
        outputs.entries(new DocumentEntries(configuration.generation()))
                .sinkTo(
                        new ElasticsearchSink<>(
                                ElasticsearchSinkConfig.of(configuration.elasticsearch()),
                                entry -> entry))
                .uid("elasticsearch")
                .name("elasticsearch");
        AuditTopics topics = new AuditTopics(configuration.kafkaBootstrapServers());
        outputs.transitions()
                .sinkTo(topics.transitions())
                .uid("transitions-topic")
                .name("transitions-topic");
        outputs.deadLetters()
                .sinkTo(topics.deadLetters())
                .uid("dead-letters-topic")
                .name("dead-letters-topic");
    }

    private static WatermarkStrategy<InputRecord> eventWatermarks(JobConfiguration configuration) {
        WatermarkStrategy<InputRecord> watermarks =
                new EventWatermarks(configuration.watermarkBound());
        boolean idles =
                configuration.mode() == RunMode.LIVE && !configuration.watermarkIdleness().isZero();
        return idles ? watermarks.withIdleness(configuration.watermarkIdleness()) : watermarks;
    }

    private static KafkaSource<InputRecord> source(
            JobConfiguration configuration, InputTopic... topics) {
        Properties properties = new Properties();
        properties.setProperty(
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, String.valueOf(FETCH_BYTES));
        properties.setProperty(
                KafkaSourceOptions.PARTITION_DISCOVERY_INTERVAL_MS.key(),
                configuration.mode() == RunMode.LIVE ? "60000" : "-1");
        KafkaSourceBuilder<InputRecord> builder =
                KafkaSource.<InputRecord>builder()
                        .setBootstrapServers(configuration.kafkaBootstrapServers())
                        .setTopics(List.of(topics).stream().map(InputTopic::topicName).toList())
                        .setGroupId("takedown-compliance")
                        .setStartingOffsets(OffsetsInitializer.earliest())
                        .setDeserializer(new InputRecordDeserializer())
                        .setProperties(properties);
        if (configuration.mode() == RunMode.BOUNDED) {
            builder.setBounded(OffsetsInitializer.latest());
        }
        return builder.build();
    }
}
