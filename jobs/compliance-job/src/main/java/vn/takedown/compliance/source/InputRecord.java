package vn.takedown.compliance.source;

import vn.takedown.compliance.ingest.ParseResult;

/**
 * One Kafka record as the source read it. A POJO, so that Flink can serialize it where the source
 * is not chained to what follows; the parsed form is then made anew.
 */
public final class InputRecord {

    /** Ordinal of the {@link vn.takedown.compliance.event.InputTopic}. */
    public int topic;

    public int partition;
    public long offset;

    /** The record's Kafka timestamp, milliseconds since the epoch. */
    public long timestamp;

    /** Null when the record has none. */
    public byte[] key;

    /** Null when the record has none. */
    public byte[] value;

    /** What the value says; null after a journey between processes. */
    public transient ParseResult<?> parsed;

    public InputRecord() {}
}
