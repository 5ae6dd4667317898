package vn.takedown.stack.explain;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Utils;
import vn.takedown.stack.topic.InputTopic;
import vn.takedown.stack.topic.TopicSetup;

/**
 * The events of a case in Kafka. Requests and acknowledgements are read whole, because an event
 * that names the wrong target lies elsewhere; of the observations, which are many, the partition of
 * the target.
 */
public final class TopicEvents {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final int LIMIT_MILLISECONDS = 10_000;

    private final String bootstrapServers;

    public TopicEvents(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Reads what the topics hold now.
     *
     * @throws KafkaException when the broker does not answer
     */
    RecordCollector read(String caseId) {
        RecordCollector collector = new RecordCollector(caseId);
        try (Consumer<byte[], byte[]> consumer = consumer()) {
            for (InputTopic topic : InputTopic.values()) {
                if (topic != InputTopic.OBSERVATIONS) {
                    Set<TopicPartition> all = new HashSet<>(partitions(consumer, topic));
                    read(consumer, topic, all, record -> true, collector);
                }
            }
            observations(consumer, collector);
        }
        return collector;
    }

    private static void observations(Consumer<byte[], byte[]> consumer, RecordCollector collector) {
        List<TopicPartition> all = partitions(consumer, InputTopic.OBSERVATIONS);
        if (all.isEmpty()) {
            return;
        }
        List<byte[]> keys = new ArrayList<>();
        Set<TopicPartition> wanted = new HashSet<>();
        for (String target : collector.targets()) {
            byte[] key = target.getBytes(StandardCharsets.UTF_8);
            keys.add(key);
            // Where Kafka's producers put a key unless they are told otherwise.
            int partition = Utils.toPositive(Utils.murmur2(key)) % all.size();
            wanted.add(new TopicPartition(InputTopic.OBSERVATIONS.topic(), partition));
        }
        read(
                consumer,
                InputTopic.OBSERVATIONS,
                wanted,
                record -> keys.stream().anyMatch(key -> Arrays.equals(key, record.key())),
                collector);
    }

    private static void read(
            Consumer<byte[], byte[]> consumer,
            InputTopic topic,
            Set<TopicPartition> partitions,
            Predicate<ConsumerRecord<byte[], byte[]>> wanted,
            RecordCollector collector) {
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> open = new HashMap<>(consumer.endOffsets(partitions));
        while (true) {
            open.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            if (open.isEmpty()) {
                return;
            }
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (wanted.test(record)) {
                    collector.take(topic, record.key(), record.value(), id(record));
                }
            }
        }
    }

    /** The {@code _id} that a dead letter of the record would have (contract section 4). */
    private static String id(ConsumerRecord<byte[], byte[]> record) {
        return record.topic() + "|" + record.partition() + "|" + record.offset();
    }

    private static List<TopicPartition> partitions(
            Consumer<byte[], byte[]> consumer, InputTopic topic) {
        List<PartitionInfo> known = consumer.partitionsFor(topic.topic());
        return known == null
                ? List.of()
                : known.stream()
                        .map(partition -> new TopicPartition(topic.topic(), partition.partition()))
                        .toList();
    }

    private Consumer<byte[], byte[]> consumer() {
        Properties properties = new Properties();
        properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, LIMIT_MILLISECONDS);
        properties.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, LIMIT_MILLISECONDS);
        properties.put(
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                2 * TopicSetup.LARGEST_RECORD_BYTES);
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5000);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new KafkaConsumer<>(
                properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
