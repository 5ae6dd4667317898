/**
 * Writes documents into Elasticsearch (contract section 4): at least once, idempotent by {@code
 * _id} and external version, so that replays and restores converge on the newest version.
 *
 * <p>A bulk reply is classified ({@link
 * vn.takedown.compliance.sink.elasticsearch.BulkItemClassifier}), turned into a decision ({@link
 * vn.takedown.compliance.sink.elasticsearch.BulkResolution}) and counted ({@link
 * vn.takedown.compliance.sink.elasticsearch.BulkCounters}) in three separate steps. Nothing in this
 * package logs, counts by, or throws a value taken from a document: only error types.
 */
package vn.takedown.compliance.sink.elasticsearch;
