package vn.takedown.compliance.sink.kafka;

import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.kafka.clients.producer.ProducerConfig;
import vn.takedown.compliance.document.CaseTransition;
import vn.takedown.compliance.document.DeadLetter;
import vn.takedown.compliance.document.DocumentWriter;
import vn.takedown.compliance.ingest.Topics;

/**
 * The transition log and the dead letters in Kafka, at least once: a consumer drops repeats by the
 * ids in the values.
 */
public final class AuditTopics {

    /** A dead letter of a record of 4 MiB, in base64, and what is written around it. */
    private static final int LARGEST_RECORD = 8 * 1024 * 1024;

    private final String bootstrapServers;

    public AuditTopics(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Keyed by {@code case_id}. */
    public KafkaSink<CaseTransition> transitions() {
        return sink(
                KafkaRecordSerializationSchema.<CaseTransition>builder()
                        .setTopic(Topics.CASE_TRANSITIONS)
                        .setKeySerializationSchema(
                                (SerializationSchema<CaseTransition>)
                                        transition ->
                                                transition
                                                        .caseId()
                                                        .getBytes(StandardCharsets.UTF_8))
                        .setValueSerializationSchema(
                                (SerializationSchema<CaseTransition>) DocumentWriter::write)
                        .build());
    }

    /** Without key. */
    public KafkaSink<DeadLetter> deadLetters() {
        return sink(
                KafkaRecordSerializationSchema.<DeadLetter>builder()
                        .setTopic(Topics.DEAD_LETTERS)
                        .setValueSerializationSchema(
                                (SerializationSchema<DeadLetter>) DocumentWriter::write)
                        .build());
    }

    private <T> KafkaSink<T> sink(KafkaRecordSerializationSchema<T> serializer) {
        Properties properties = new Properties();
        properties.setProperty(
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG, String.valueOf(LARGEST_RECORD));
        return KafkaSink.<T>builder()
                .setBootstrapServers(bootstrapServers)
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setRecordSerializer(serializer)
                .setKafkaProducerConfig(properties)
                .build();
    }
}
