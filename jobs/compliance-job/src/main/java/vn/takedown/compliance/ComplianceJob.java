package vn.takedown.compliance;

import java.time.Duration;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.KafkaSourceOptions;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;
import org.apache.flink.state.rocksdb.RocksDBOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import vn.takedown.compliance.config.JobConfiguration;
import vn.takedown.compliance.config.RunMode;
import vn.takedown.compliance.document.DocumentEntries;
import vn.takedown.compliance.event.InputTopic;
import vn.takedown.compliance.sink.alertmanager.AlertPost;
import vn.takedown.compliance.sink.alertmanager.AlertmanagerSettings;
import vn.takedown.compliance.sink.alertmanager.AlertmanagerSink;
import vn.takedown.compliance.sink.alertmanager.KeepAlertmanagerInStep;
import vn.takedown.compliance.sink.elasticsearch.ElasticsearchSetup;
import vn.takedown.compliance.sink.elasticsearch.ElasticsearchSink;
import vn.takedown.compliance.sink.elasticsearch.ElasticsearchSinkConfig;
import vn.takedown.compliance.sink.kafka.AuditTopics;
import vn.takedown.compliance.source.BoundedKafkaSource;
import vn.takedown.compliance.source.InputRecord;
import vn.takedown.compliance.source.InputRecordDeserializer;
import vn.takedown.compliance.source.RecordWatermarks;
import vn.takedown.model.alerting.Alert;

/** Configuration → environment → streams. All that reads the outside world is here. */
public final class ComplianceJob {

    /** Fixed for ever: changing it would remap all keyed state. */
    public static final int MAX_PARALLELISM = 128;

    /** A record may be 4 MiB (contract section 6, item 1); one must always fit into a fetch. */
    private static final int FETCH_BYTES = 8 * 1024 * 1024;

    /**
     * How long a record of a live job may wait at each of the five steps from the source to
     * Elasticsearch for others to travel with. One that is behind fills its buffers anyway.
     */
    private static final Duration LIVE_BUFFER_TIMEOUT = Duration.ofMillis(20);

    /** How long time may stand still in a live job while records come. */
    private static final Duration LIVE_WATERMARK_INTERVAL = Duration.ofMillis(50);

    /** Nobody waits for a bounded run: fewer watermarks find more events of a target at once. */
    private static final Duration BOUNDED_WATERMARK_INTERVAL = Duration.ofSeconds(1);

    private ComplianceJob() {}

    /**
     * @param arguments {@code --key value} pairs, see {@link JobConfiguration}
     */
    public static void main(String[] arguments) throws Exception {
        JobConfiguration configuration = JobConfiguration.parse(arguments);
        ElasticsearchSetup.apply(configuration.elasticsearch(), configuration.indexSettings());
        environment(configuration).execute("takedown-compliance");
    }

    /** The whole job, ready to run; nothing is connected to yet. */
    static StreamExecutionEnvironment environment(JobConfiguration configuration) {
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment(flinkSettings(configuration));
        environment.setMaxParallelism(MAX_PARALLELISM);
        wire(records(environment, configuration, OffsetsInitializer.latest()), configuration);
        return environment;
    }

    /** What the job asks of Flink. */
    public static Configuration flinkSettings(JobConfiguration configuration) {
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
        // Of the files that a look-up would have to search, most do not have the key.
        settings.set(RocksDBConfigurableOptions.USE_BLOOM_FILTER, true);
        settings.set(RocksDBOptions.OPTIONS_FACTORY, LazyCompaction.class.getName());
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
        if (configuration.mode() == RunMode.LIVE) {
            settings.set(ExecutionOptions.BUFFER_TIMEOUT, LIVE_BUFFER_TIMEOUT);
            settings.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, LIVE_WATERMARK_INTERVAL);
        }
        if (configuration.mode() == RunMode.BOUNDED) {
            settings.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, BOUNDED_WATERMARK_INTERVAL);
            // A finished task is not restored and its counts would be lost: after a failure at the
            // very end the job goes on from the last checkpoint in which every task still ran.
            settings.set(CheckpointingOptions.ENABLE_CHECKPOINTS_AFTER_TASKS_FINISH, false);
        }
        return settings;
    }

    /**
     * All input topics, with watermarks.
     *
     * @param end of a bounded run
     */
    public static DataStream<InputRecord> records(
            StreamExecutionEnvironment environment,
            JobConfiguration configuration,
            OffsetsInitializer end) {
        return environment
                .fromSource(
                        source(configuration, new InputRecordDeserializer(), end),
                        watermarks(configuration),
                        "records")
                .uid("records");
    }

    /** The whole job behind its source. */
    public static void wire(DataStream<InputRecord> records, JobConfiguration configuration) {
        CompliancePipeline.Outputs outputs =
                CompliancePipeline.build(
                        records,
                        configuration.times(),
                        configuration.alerts(),
                        configuration.cachedTargets());
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
        tellAlertmanager(outputs.alerts(), configuration);
        outputs.alerts().sinkTo(topics.alerts()).uid("alerts-topic").name("alerts-topic");
        outputs.deadLetters()
                .sinkTo(topics.deadLetters())
                .uid("dead-letters-topic")
                .name("dead-letters-topic");
    }

    /** A bounded run works up the past, of which nobody is to be woken. */
    private static void tellAlertmanager(DataStream<Alert> alerts, JobConfiguration configuration) {
        AlertmanagerSettings settings = configuration.alertmanager();
        if (configuration.mode() == RunMode.BOUNDED || settings.urls().isEmpty()) {
            return;
        }
        alerts.keyBy(Alert::key, Types.STRING)
                .process(new KeepAlertmanagerInStep(settings))
                .returns(TypeInformation.of(AlertPost.class))
                .uid(KeepAlertmanagerInStep.UID)
                .name(KeepAlertmanagerInStep.UID)
                .sinkTo(new AlertmanagerSink(settings.urls()))
                .uid("alertmanager")
                .name("alertmanager");
    }

    private static WatermarkStrategy<InputRecord> watermarks(JobConfiguration configuration) {
        WatermarkStrategy<InputRecord> watermarks =
                new RecordWatermarks(
                        configuration.times().watermarkBound(),
                        configuration.mode() == RunMode.LIVE);
        boolean idles =
                configuration.mode() == RunMode.LIVE && !configuration.watermarkIdleness().isZero();
        return idles ? watermarks.withIdleness(configuration.watermarkIdleness()) : watermarks;
    }

    /**
     * All input topics as the job reads them.
     *
     * @param end of a bounded run
     */
    public static <T> Source<T, ?, ?> source(
            JobConfiguration configuration,
            KafkaRecordDeserializationSchema<T> deserializer,
            OffsetsInitializer end) {
        Properties properties = new Properties();
        properties.setProperty(
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, String.valueOf(FETCH_BYTES));
        properties.setProperty(
                KafkaSourceOptions.PARTITION_DISCOVERY_INTERVAL_MS.key(),
                configuration.mode() == RunMode.LIVE ? "60000" : "-1");
        // The offsets that count are in the checkpoint; committed ones only show the lag of a live
        // job, and to commit them keeps the readers of a bounded one from ending.
        properties.setProperty(
                KafkaSourceOptions.COMMIT_OFFSETS_ON_CHECKPOINT.key(),
                String.valueOf(configuration.mode() == RunMode.LIVE));
        KafkaSourceBuilder<T> builder =
                KafkaSource.<T>builder()
                        .setBootstrapServers(configuration.kafkaBootstrapServers())
                        .setTopics(
                                Stream.of(InputTopic.values()).map(InputTopic::topicName).toList())
                        .setGroupId("takedown-compliance")
                        .setStartingOffsets(OffsetsInitializer.earliest())
                        .setDeserializer(deserializer)
                        .setProperties(properties);
        if (configuration.mode() == RunMode.BOUNDED) {
            return new BoundedKafkaSource<>(builder.setBounded(end).build());
        }
        return builder.build();
    }
}
