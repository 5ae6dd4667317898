package vn.takedown.benchmarks.peer;

import org.apache.kafka.common.serialization.Deserializer;
import vn.takedown.compliance.event.InputTopic;
import vn.takedown.compliance.ingest.ParseResult;
import vn.takedown.compliance.source.RecordReaders;
import vn.takedown.model.event.TakedownEvent;

/** Bytes to events; null for what is none. */
final class EventDeserializer implements Deserializer<TakedownEvent> {

    /** Kafka Streams shares a deserializer between its threads; a parser belongs to one. */
    private final ThreadLocal<RecordReaders> readers = ThreadLocal.withInitial(RecordReaders::new);

    @Override
    public TakedownEvent deserialize(String topic, byte[] value) {
        return readers.get().parse(InputTopic.named(topic), value)
                                instanceof ParseResult.Parsed<?> accepted
                        && accepted.value() instanceof TakedownEvent event
                ? event
                : null;
    }
}
