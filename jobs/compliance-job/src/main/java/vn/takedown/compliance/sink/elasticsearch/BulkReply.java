package vn.takedown.compliance.sink.elasticsearch;

import java.util.List;

/** What came back for one bulk request. */
sealed interface BulkReply {

    /** Every document was written. */
    record Accepted() implements BulkReply {}

    /** One result per document, in the order of the request. */
    record Partial(List<Item> items) implements BulkReply {}

    /**
     * The request was refused as a whole.
     *
     * @param errorType the error's type, empty when the body names none
     */
    record Refused(int status, String errorType) implements BulkReply {}

    /** There was no usable reply. */
    record Failed(Exception cause) implements BulkReply {}

    /**
     * One document's result.
     *
     * @param errorType empty when it was written
     */
    record Item(int status, String errorType) {}
}
