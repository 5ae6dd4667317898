package vn.takedown.stack.topic;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import vn.takedown.stack.StackFailure;

/** Sends records in order. What Kafka refuses is told at the next call. */
public final class TopicWriter implements AutoCloseable {

    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Producer<byte[], byte[]> producer;
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private long keyless;

    public TopicWriter(String bootstrapServers) {
        Properties properties = new Properties();
        properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 2 * TopicSetup.LARGEST_RECORD_BYTES);
        properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 64L * 1024 * 1024);
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        // File order per partition without sequence numbers: on a topic that was just created again
        // the broker may refuse those of an idempotent producer until the delivery times out. A
        // record written twice would show in the accounting.
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false);
        properties.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        this.producer =
                new KafkaProducer<>(
                        properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Sends one record value byte by byte as it is, with the key that it shows. */
    public void send(InputTopic topic, byte[] value) {
        String key = RecordKey.of(topic, value).orElse(null);
        if (key == null && topic.isCompacted()) {
            // A compacted topic refuses records without key, and the job shall see every record.
            key = "no-key-" + keyless++;
        }
        send(topic, key, value);
    }

    /**
     * Sends one record.
     *
     * @param key null for none
     */
    public void send(InputTopic topic, String key, byte[] value) {
        byte[] keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
        send(new ProducerRecord<>(topic.topic(), keyBytes, value));
    }

    /**
     * Sends to every partition of the three event topics the word that nothing earlier follows.
     *
     * @param occurredAt milliseconds since the epoch
     */
    public void close(long occurredAt, int partitions) {
        for (InputTopic topic : InputTopic.EVENTS) {
            for (int partition = 0; partition < partitions; partition++) {
                heartbeat(topic, partition, "replay-close-" + partition, occurredAt);
            }
        }
    }

    /**
     * Sends the word that nothing earlier follows on a partition.
     *
     * @param occurredAt milliseconds since the epoch
     */
    void heartbeat(InputTopic topic, int partition, String eventId, long occurredAt) {
        String heartbeat =
                "{\"schema_version\":1,\"event_type\":\"HEARTBEAT\",\"event_id\":\""
                        + eventId
                        + "\",\"occurred_at\":\""
                        + INSTANT.format(Instant.ofEpochMilli(occurredAt))
                        + "\"}";
        send(
                new ProducerRecord<>(
                        topic.topic(),
                        partition,
                        null,
                        heartbeat.getBytes(StandardCharsets.UTF_8)));
    }

    /** How many partitions the topic has. */
    int partitions(InputTopic topic) {
        return producer.partitionsFor(topic.topic()).size();
    }

    /** Returns when Kafka has everything sent so far. */
    public void flush() {
        producer.flush();
        requireNoFailure();
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        requireNoFailure();
        producer.send(
                record,
                (metadata, exception) -> {
                    if (exception != null) {
                        failure.compareAndSet(null, exception);
                    }
                });
    }

    private void requireNoFailure() {
        Exception exception = failure.get();
        if (exception != null) {
            throw new StackFailure("Kafka refused a record: " + exception.getMessage(), exception);
        }
    }

    @Override
    public void close() {
        producer.close();
        requireNoFailure();
    }
}
