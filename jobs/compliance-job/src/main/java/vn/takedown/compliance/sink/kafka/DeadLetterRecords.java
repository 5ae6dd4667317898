package vn.takedown.compliance.sink.kafka;

import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import vn.takedown.compliance.document.DeadLetter;
import vn.takedown.compliance.document.DocumentWriter;
import vn.takedown.compliance.ingest.Topics;

/** Dead letters as Kafka records; they have no key (contract section 1). */
final class DeadLetterRecords implements KafkaRecordSerializationSchema<DeadLetter> {

    private static final long serialVersionUID = 1L;

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
            DeadLetter letter, KafkaSinkContext context, Long timestamp) {
        return new ProducerRecord<>(Topics.DEAD_LETTERS, DocumentWriter.write(letter));
    }
}
