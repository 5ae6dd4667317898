package vn.takedown.compliance.sink.elasticsearch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * Says what a status and an error type, or an exception, mean. Pure: counts and decides nothing.
 */
final class BulkItemClassifier {

    private BulkItemClassifier() {}

    /**
     * One item of a bulk reply.
     *
     * @param status the item's HTTP status
     * @param errorType the item's {@code error.type}, empty when there is none
     */
    static BulkOutcome ofItem(int status, String errorType) {
        if (status >= 200 && status < 300) {
            return BulkOutcome.INDEXED;
        }
        return switch (status) {
            case 409 -> BulkOutcome.STALE;
            case 400 ->
                    errorType.equals("index_closed_exception")
                            ? BulkOutcome.CLUSTER_BLOCK
                            : BulkOutcome.POISON;
            default -> ofStatus(status, errorType, BulkOutcome.POISON);
        };
    }

    /**
     * A reply that refuses the request as a whole.
     *
     * @param status the HTTP status, not 2xx
     * @param errorType the reply's {@code error.type}, empty when there is none
     */
    static BulkOutcome ofRequest(int status, String errorType) {
        return switch (status) {
            case 400 -> BulkOutcome.MALFORMED_REQUEST;
            case 413 -> BulkOutcome.TOO_LARGE;
            default -> ofStatus(status, errorType, BulkOutcome.UNUSABLE);
        };
    }

    /** A request without a usable reply. */
    static BulkOutcome ofException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLHandshakeException
                    || cause instanceof SSLPeerUnverifiedException) {
                return BulkOutcome.UNUSABLE;
            }
            if (cause instanceof InterruptedIOException || cause instanceof TimeoutException) {
                return BulkOutcome.TIMEOUT;
            }
            if (cause instanceof IOException) {
                return BulkOutcome.CONNECTION_LOST;
            }
        }
        // A client whose reactor has died answers every further request like this.
        return BulkOutcome.UNUSABLE;
    }

    private static BulkOutcome ofStatus(int status, String errorType, BulkOutcome otherwise) {
        if (errorType.equals("cluster_block_exception")) {
            return BulkOutcome.CLUSTER_BLOCK;
        }
        return switch (status) {
            case 401, 403 -> BulkOutcome.FORBIDDEN;
            case 404 -> BulkOutcome.MISSING_INDEX;
            case 408 -> BulkOutcome.TIMEOUT;
            case 429 ->
                    errorType.equals("circuit_breaking_exception")
                            ? BulkOutcome.CIRCUIT_BREAKER
                            : BulkOutcome.REJECTED;
            default -> status >= 500 ? BulkOutcome.UNAVAILABLE : otherwise;
        };
    }
}
