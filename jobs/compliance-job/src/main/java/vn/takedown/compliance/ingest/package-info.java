/**
 * From the bytes of a Kafka record to a valid event, or to the reason why there is none (contract
 * sections 1 and 6, items 1 to 4).
 *
 * <p>One {@link vn.takedown.compliance.ingest.RecordParser} per kind of input topic. Parsers read
 * by streaming, never throw, and are meant to be created once per subtask: they keep buffers and
 * are used by one thread.
 */
package vn.takedown.compliance.ingest;
