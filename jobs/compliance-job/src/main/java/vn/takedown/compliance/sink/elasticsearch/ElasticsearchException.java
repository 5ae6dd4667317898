package vn.takedown.compliance.sink.elasticsearch;

/** Elasticsearch cannot be used as configured. The message is one line without document content. */
public final class ElasticsearchException extends RuntimeException {

    /** An answer that no retry will change. */
    public ElasticsearchException(String message) {
        super(message);
    }

    /** A failure below HTTP. */
    public ElasticsearchException(String message, Throwable cause) {
        super(message, cause);
    }
}
