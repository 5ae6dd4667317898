package vn.takedown.benchmarks.nightly;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import vn.takedown.benchmarks.worker.Meter;
import vn.takedown.compliance.event.InputTopic;

/** Copies a share of the partitions, topic by topic; gives the greatest event time. */
final class PartitionLoad implements Callable<Long> {

    private static final Duration POLL = Duration.ofMillis(100);

    private final NightlyDatabase database;
    private final String kafka;
    private final Map<TopicPartition, Long> ends;
    private final int share;
    private final int shares;

    /**
     * @param share from 0 to below {@code shares}
     */
    PartitionLoad(
            NightlyDatabase database,
            String kafka,
            Map<TopicPartition, Long> ends,
            int share,
            int shares) {
        this.database = database;
        this.kafka = kafka;
        this.ends = ends;
        this.share = share;
        this.shares = shares;
    }

    @Override
    public Long call() {
        EventRows rows = new EventRows();
        try (PsqlSession session = database.session();
                KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings())) {
            for (InputTopic topic : InputTopic.values()) {
                List<TopicPartition> partitions =
                        ends.keySet().stream()
                                .filter(one -> one.topic().equals(topic.topicName()))
                                .filter(one -> one.partition() % shares == share)
                                .toList();
                session.beginCopy(EventRows.table(topic));
                copy(topic, partitions, consumer, rows, session);
                session.endCopy();
            }
            session.finish();
        }
        return rows.latest();
    }

    private void copy(
            InputTopic topic,
            List<TopicPartition> partitions,
            KafkaConsumer<byte[], byte[]> consumer,
            EventRows rows,
            PsqlSession session) {
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            Meter.begin();
            int read = 0;
            for (ConsumerRecord<byte[], byte[]> record : records) {
                TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                if (record.offset() < ends.get(partition)) {
                    CharSequence row = rows.of(topic, record.value());
                    if (row != null) {
                        session.row(row);
                    }
                    read++;
                }
            }
            Meter.read(read);
        }
    }

    private Map<String, Object> settings() {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka,
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                10_000);
    }
}
