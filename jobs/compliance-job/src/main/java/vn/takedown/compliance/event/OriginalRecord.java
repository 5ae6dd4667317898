package vn.takedown.compliance.event;

/**
 * A record as it was read.
 *
 * @param key null when it has none
 * @param value null when it has none
 * @param timestamp the record's Kafka timestamp, milliseconds since the epoch
 */
public record OriginalRecord(byte[] key, byte[] value, long timestamp) {}
