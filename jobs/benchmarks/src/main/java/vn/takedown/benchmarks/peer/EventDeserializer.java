package vn.takedown.benchmarks.peer;

import org.apache.kafka.common.serialization.Deserializer;
import vn.takedown.compliance.event.InputTopic;
import vn.takedown.compliance.ingest.ParseResult;
import vn.takedown.compliance.source.RecordReaders;
import vn.takedown.model.event.TakedownEvent;

/** Bytes to events; null for what is none. */
final class EventDeserializer implements Deserializer<TakedownEvent> {

    private final RecordReaders readers = new RecordReaders();

    @Override
    public TakedownEvent deserialize(String topic, byte[] value) {
        return readers.parse(InputTopic.named(topic), value)
                                instanceof ParseResult.Parsed<?> accepted
                        && accepted.value() instanceof TakedownEvent event
                ? event
                : null;
    }
}
