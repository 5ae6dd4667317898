package vn.takedown.benchmarks.peer;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import vn.takedown.benchmarks.run.RunRequest;
import vn.takedown.benchmarks.run.RunResult;
import vn.takedown.benchmarks.worker.Measurement;
import vn.takedown.benchmarks.worker.Meter;
import vn.takedown.compliance.config.TimeSettings;
import vn.takedown.compliance.event.InputTopic;

/** Runs the peer until it has no lag. */
public final class StreamsRun implements Measurement {

    private static final long POLL_MILLIS = 20;
    private static final Duration CLOSE = Duration.ofSeconds(60);
    private static final long RECORD_CACHE_BYTES = 64L << 20;

    private final RunRequest request;

    public StreamsRun(RunRequest request) {
        this.request = request;
    }

    @Override
    public RunResult run(String name, Map<TopicPartition, Long> ends) throws Exception {
        String application = "takedown-peer-" + UUID.randomUUID();
        long expected = 0;
        for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
            boolean event = !InputTopic.named(end.getKey().topic()).isReference();
            expected += event ? end.getValue() : 0;
        }
        try (KafkaStreams streams =
                new KafkaStreams(
                        CaseTopology.build(
                                TimeSettings.DEFAULT.watermarkBound(),
                                Duration.parse(request.refreshInterval())),
                        settings(application, Path.of(request.folder()).resolve(name)))) {
            CompletableFuture<Void> failure = new CompletableFuture<>();
            streams.setUncaughtExceptionHandler(
                    exception -> {
                        failure.completeExceptionally(exception);
                        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
                    });
            Meter.Reading before = Meter.reading();
            streams.start();
            while (Meter.records() < expected) {
                requireNone(failure);
            }
            RunResult result = before.result(null);
            streams.close(CLOSE);
            return result;
        } finally {
            removeTopics(application);
        }
    }

    /** Returns after a short wait, if nothing has gone wrong by then. */
    private static void requireNone(CompletableFuture<Void> failure)
            throws ExecutionException, InterruptedException {
        try {
            failure.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException none) {
            return;
        }
    }

    private Properties settings(String application, Path folder) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, request.kafka());
        settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 10_000);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, request.parallelism());
        settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, 1);
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, RECORD_CACHE_BYTES);
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocks.class);
        settings.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        // Must be longer than the commit interval.
        settings.put(
                StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 120_000);
        return settings;
    }

    /** Its changelogs would fill the disk. */
    private void removeTopics(String application) throws ExecutionException, InterruptedException {
        try (Admin admin =
                Admin.create(Map.of(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, request.kafka()))) {
            admin.deleteTopics(
                            admin.listTopics().names().get().stream()
                                    .filter(topic -> topic.startsWith(application))
                                    .toList())
                    .all()
                    .get();
        }
    }

    @Override
    public void close() {
        // Nothing lives longer than one run.
    }
}
