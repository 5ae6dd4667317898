package vn.takedown.stack.simulator;

/**
 * One record to be sent to Kafka (contract section 1).
 *
 * @param topic name of the topic
 * @param key record key as the contract fixes it for the topic
 * @param value one event as UTF-8 JSON; the caller may keep it, nobody changes it
 * @param occurredAtMillis event time in milliseconds since the epoch; the stream's start for
 *     providers and policies
 */
public record SimulatedRecord(String topic, String key, byte[] value, long occurredAtMillis) {}
