package vn.takedown.compliance.event;

/** Where a record lies in Kafka. */
public record RecordOrigin(InputTopic topic, int partition, long offset) {}
