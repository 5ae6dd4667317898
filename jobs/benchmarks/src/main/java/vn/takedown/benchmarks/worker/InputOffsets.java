package vn.takedown.benchmarks.worker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import vn.takedown.compliance.event.InputTopic;

/** Where the input topics end. */
final class InputOffsets {

    private InputOffsets() {}

    static Map<TopicPartition, Long> ends(String kafka) {
        Map<String, Object> settings =
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka,
                        ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                        ByteArrayDeserializer.class,
                        ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                        ByteArrayDeserializer.class);
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (InputTopic topic : InputTopic.values()) {
                consumer.partitionsFor(topic.topicName())
                        .forEach(
                                info ->
                                        partitions.add(
                                                new TopicPartition(
                                                        info.topic(), info.partition())));
            }
            return consumer.endOffsets(partitions);
        }
    }

    /** The same, but only so many observations. */
    static Map<TopicPartition, Long> upTo(Map<TopicPartition, Long> ends, long observations) {
        long all = 0;
        for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
            all += isObservations(end.getKey()) ? end.getValue() : 0;
        }
        double share = Math.min(1, (double) observations / all);
        Map<TopicPartition, Long> earlier = new HashMap<>();
        ends.forEach(
                (partition, end) ->
                        earlier.put(
                                partition,
                                isObservations(partition) ? (long) Math.ceil(end * share) : end));
        return earlier;
    }

    static boolean isReference(TopicPartition partition) {
        return InputTopic.named(partition.topic()).isReference();
    }

    private static boolean isObservations(TopicPartition partition) {
        return partition.topic().equals(InputTopic.OBSERVATIONS.topicName());
    }
}
