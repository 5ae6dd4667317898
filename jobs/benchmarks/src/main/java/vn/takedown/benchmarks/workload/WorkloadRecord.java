package vn.takedown.benchmarks.workload;

import vn.takedown.stack.topic.InputTopic;

/**
 * One record for Kafka.
 *
 * @param occurredAt event time in milliseconds since the epoch; that of the stream's start for
 *     reference data
 */
public record WorkloadRecord(InputTopic topic, String key, byte[] value, long occurredAt) {}
