package vn.takedown.compliance.sink.kafka;

import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import vn.takedown.compliance.document.DocumentWriter;
import vn.takedown.compliance.ingest.Topics;
import vn.takedown.model.alerting.Alert;

/** Alerts as Kafka records, keyed by {@code alert_key} so that those of an alert stay in order. */
final class AlertRecords implements KafkaRecordSerializationSchema<Alert> {

    private static final long serialVersionUID = 1L;

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
            Alert alert, KafkaSinkContext context, Long timestamp) {
        return new ProducerRecord<>(
                Topics.ALERTS,
                alert.key().getBytes(StandardCharsets.UTF_8),
                DocumentWriter.write(alert));
    }
}
