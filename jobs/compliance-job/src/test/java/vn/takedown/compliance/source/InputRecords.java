package vn.takedown.compliance.source;

import java.nio.charset.StandardCharsets;
import vn.takedown.compliance.event.InputTopic;
import vn.takedown.compliance.ingest.RecordJson;
import vn.takedown.model.event.TakedownEvent;

/** Records as the source gives them. */
final class InputRecords {

    private static final RecordReaders READERS = new RecordReaders();

    private InputRecords() {}

    static InputRecord of(InputTopic topic, int partition, long offset, TakedownEvent event) {
        return of(topic, partition, offset, RecordJson.json(event).toString());
    }

    static InputRecord of(InputTopic topic, int partition, long offset, String value) {
        return of(topic, partition, offset, value.getBytes(StandardCharsets.UTF_8));
    }

    static InputRecord of(InputTopic topic, int partition, long offset, byte[] value) {
        InputRecord input = new InputRecord();
        input.topic = topic.ordinal();
        input.partition = partition;
        input.offset = offset;
        input.timestamp = 1000 + offset;
        input.key = "key".getBytes(StandardCharsets.UTF_8);
        input.value = value;
        input.parsed = READERS.parse(topic, value);
        return input;
    }
}
