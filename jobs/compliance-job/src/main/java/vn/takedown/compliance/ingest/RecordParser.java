package vn.takedown.compliance.ingest;

/**
 * Reads the value of one Kafka record.
 *
 * <p>A parser reuses its buffers from record to record: it belongs to one thread and is not
 * serializable.
 */
public interface RecordParser<T> {

    /**
     * Never throws, whatever the bytes are.
     *
     * <p>When a record breaks several rules the reason is the first of: size, encoding, JSON
     * (syntax, depth, repeated names, in the order in which they are met), {@code schema_version},
     * then the fields in the order of the contract's section 1.
     *
     * @param value the record's value; null when it has none
     */
    ParseResult<T> parse(byte[] value);
}
