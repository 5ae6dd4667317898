package vn.takedown.compliance.sink.kafka;

import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import vn.takedown.compliance.document.CaseTransition;
import vn.takedown.compliance.document.DocumentWriter;
import vn.takedown.compliance.ingest.Topics;

/** Transitions as Kafka records, keyed by {@code case_id} so that those of a case stay in order. */
final class TransitionRecords implements KafkaRecordSerializationSchema<CaseTransition> {

    private static final long serialVersionUID = 1L;

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
            CaseTransition transition, KafkaSinkContext context, Long timestamp) {
        return new ProducerRecord<>(
                Topics.CASE_TRANSITIONS,
                transition.caseId().getBytes(StandardCharsets.UTF_8),
                DocumentWriter.write(transition));
    }
}
