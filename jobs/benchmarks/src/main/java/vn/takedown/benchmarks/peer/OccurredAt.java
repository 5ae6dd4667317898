package vn.takedown.benchmarks.peer;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;
import vn.takedown.model.event.TakedownEvent;

/** Stream time is event time. */
public final class OccurredAt implements TimestampExtractor {

    /** Kafka Streams makes it. */
    public OccurredAt() {}

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        return record.value() instanceof TakedownEvent event
                ? event.occurredAt()
                : Math.max(0, partitionTime);
    }
}
