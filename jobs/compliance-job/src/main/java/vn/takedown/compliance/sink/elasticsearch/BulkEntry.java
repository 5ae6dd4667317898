package vn.takedown.compliance.sink.elasticsearch;

/**
 * One document on its way into Elasticsearch.
 *
 * @param index the alias it is written through
 * @param id the document's {@code _id}, at most 512 bytes in UTF-8
 * @param version external version; a document never replaces one of a higher version
 * @param source the document as UTF-8 JSON on one line
 */
public record BulkEntry(String index, String id, long version, byte[] source) {}
