package vn.takedown.compliance.sink.elasticsearch;

import java.util.Locale;

/** What an answer of Elasticsearch means for a document, and what is done about it. */
enum BulkOutcome {
    /** Written. */
    INDEXED(Decision.ACCEPT),
    /** A newer version is there already. */
    STALE(Decision.ACCEPT),
    /** A queue of the cluster is full. */
    REJECTED(Decision.RETRY),
    /** The cluster is short of memory. */
    CIRCUIT_BREAKER(Decision.RETRY_SLOWLY),
    /** Writes are blocked (disk full, read-only or closed index) until a person acts. */
    CLUSTER_BLOCK(Decision.RETRY_SLOWLY),
    /** The server, a shard or a proxy cannot answer now. */
    UNAVAILABLE(Decision.RETRY),
    /** No answer in time; the documents may have been written. */
    TIMEOUT(Decision.RETRY),
    /** The connection failed; the documents may have been written. */
    CONNECTION_LOST(Decision.RETRY),
    /** The request has more bytes than the server or a proxy takes. */
    TOO_LARGE(Decision.SPLIT),
    /** The request as a whole is refused for one of its documents. */
    MALFORMED_REQUEST(Decision.SPLIT),
    /** The document can never be written. */
    POISON(Decision.DEAD_LETTER),
    /** The alias does not exist. */
    MISSING_INDEX(Decision.FAIL),
    /** The credentials are wrong or do not allow writing. */
    FORBIDDEN(Decision.FAIL),
    /** Whatever answers is no usable Elasticsearch, or the client is broken. */
    UNUSABLE(Decision.FAIL);

    /** What is done about an outcome. */
    enum Decision {
        /** The document is done. */
        ACCEPT,
        /** The document is sent again after a wait. */
        RETRY,
        /** The document is sent again after a longer wait. */
        RETRY_SLOWLY,
        /** The request is sent again in two halves; a single document becomes a dead letter. */
        SPLIT,
        /** The document becomes a dead letter. */
        DEAD_LETTER,
        /** The job fails: no retry will change the answer. */
        FAIL
    }

    private final Decision decision;

    BulkOutcome(Decision decision) {
        this.decision = decision;
    }

    Decision decision() {
        return decision;
    }

    /** The name in metrics and logs. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
