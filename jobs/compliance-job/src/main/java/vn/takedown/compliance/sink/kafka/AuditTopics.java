package vn.takedown.compliance.sink.kafka;

import java.util.Properties;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.kafka.clients.producer.ProducerConfig;
import vn.takedown.compliance.document.CaseTransition;
import vn.takedown.compliance.document.DeadLetter;
import vn.takedown.model.alerting.Alert;

/**
 * The transition log, the alerts and the dead letters in Kafka, at least once: a consumer drops
 * repeats by the ids in the values.
 */
public final class AuditTopics {

    /** A dead letter of a record of 4 MiB, in base64, and what is written around it. */
    private static final int LARGEST_RECORD = 8 * 1024 * 1024;

    private final String bootstrapServers;

    public AuditTopics(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    public KafkaSink<CaseTransition> transitions() {
        return sink(new TransitionRecords());
    }

    public KafkaSink<DeadLetter> deadLetters() {
        return sink(new DeadLetterRecords());
    }

    public KafkaSink<Alert> alerts() {
        return sink(new AlertRecords());
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
