package vn.takedown.compliance.source;

import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import vn.takedown.compliance.event.InputTopic;

/** Takes every record as it is and parses it; nothing is dropped here. */
public final class InputRecordDeserializer
        implements KafkaRecordDeserializationSchema<InputRecord> {

    private static final long serialVersionUID = 1L;

    private transient RecordReaders readers;

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
        readers = new RecordReaders();
    }

    @Override
    public void deserialize(
            ConsumerRecord<byte[], byte[]> consumed, Collector<InputRecord> output) {
        InputRecord input = new InputRecord();
        InputTopic topic = InputTopic.named(consumed.topic());
        input.topic = topic.ordinal();
        input.partition = consumed.partition();
        input.offset = consumed.offset();
        input.timestamp = consumed.timestamp();
        input.key = consumed.key();
        input.value = consumed.value();
        input.parsed = readers.parse(topic, consumed.value());
        output.collect(input);
    }

    @Override
    public TypeInformation<InputRecord> getProducedType() {
        return TypeInformation.of(InputRecord.class);
    }
}
