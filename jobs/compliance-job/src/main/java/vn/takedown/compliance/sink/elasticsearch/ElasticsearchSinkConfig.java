package vn.takedown.compliance.sink.elasticsearch;

import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;

/**
 * Limits of the sink, per subtask.
 *
 * @param connection where to write
 * @param maxBatchSize documents per bulk request
 * @param maxBatchBytes bytes per bulk request; a larger document travels alone
 * @param maxInFlight bulk requests under way at the same time
 * @param maxBuffered documents held before the stream is slowed down; more than {@code
 *     maxBatchSize}
 * @param maxTimeInBuffer how long a document may wait for its batch to fill
 * @param maxRecordBytes a larger document becomes a dead letter; at least 4 KiB
 * @param backOffMin first wait after a refusal
 * @param backOffMax longest wait after refusals in a row
 */
public record ElasticsearchSinkConfig(
        ElasticsearchConnection connection,
        int maxBatchSize,
        long maxBatchBytes,
        int maxInFlight,
        int maxBuffered,
        Duration maxTimeInBuffer,
        long maxRecordBytes,
        Duration backOffMin,
        Duration backOffMax)
        implements Serializable {

    /** Room for a dead letter without its original bytes. */
    private static final long SMALLEST_RECORD_LIMIT = 4096;

    /**
     * @throws IllegalArgumentException when a limit is out of its range
     */
    public ElasticsearchSinkConfig {
        Objects.requireNonNull(connection, "connection");
        require(maxBatchSize > 0, "maxBatchSize must be positive");
        require(maxBatchBytes > 0, "maxBatchBytes must be positive");
        require(maxInFlight > 0, "maxInFlight must be positive");
        require(maxBuffered > maxBatchSize, "maxBuffered must be over maxBatchSize");
        require(maxTimeInBuffer.toMillis() > 0, "maxTimeInBuffer must be at least 1 ms");
        require(maxRecordBytes >= SMALLEST_RECORD_LIMIT, "maxRecordBytes must be at least 4096");
        require(backOffMin.toMillis() > 0, "backOffMin must be at least 1 ms");
        require(backOffMax.compareTo(backOffMin) >= 0, "backOffMax must not be under backOffMin");
    }

    /** The default limits. */
    public static ElasticsearchSinkConfig of(ElasticsearchConnection connection) {
        return builder(connection).build();
    }

    /** Starts from the default limits. */
    public static Builder builder(ElasticsearchConnection connection) {
        return new Builder(connection);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /** Collects limits; what is not set keeps its default. */
    public static final class Builder {
        private final ElasticsearchConnection connection;
        private int maxBatchSize = 1500;
        private long maxBatchBytes = 5L << 20;
        private int maxInFlight = 3;
        private int maxBuffered = 10_000;
        private Duration maxTimeInBuffer = Duration.ofMillis(200);
        private long maxRecordBytes = 8L << 20;
        private Duration backOffMin = Duration.ofMillis(100);
        private Duration backOffMax = Duration.ofSeconds(30);

        private Builder(ElasticsearchConnection connection) {
            this.connection = connection;
        }

        /** Documents and bytes per bulk request. */
        public Builder batch(int documents, long bytes) {
            maxBatchSize = documents;
            maxBatchBytes = bytes;
            return this;
        }

        /** Bulk requests under way at the same time. */
        public Builder maxInFlight(int requests) {
            maxInFlight = requests;
            return this;
        }

        /** Documents held, and for how long at most. */
        public Builder buffer(int documents, Duration longest) {
            maxBuffered = documents;
            maxTimeInBuffer = longest;
            return this;
        }

        /** Bytes of the largest document that is sent. */
        public Builder maxRecordBytes(long bytes) {
            maxRecordBytes = bytes;
            return this;
        }

        /** First and longest wait after a refusal. */
        public Builder backOff(Duration first, Duration longest) {
            backOffMin = first;
            backOffMax = longest;
            return this;
        }

        /**
         * The limits, checked.
         *
         * @throws IllegalArgumentException when one is out of its range
         */
        public ElasticsearchSinkConfig build() {
            return new ElasticsearchSinkConfig(
                    connection,
                    maxBatchSize,
                    maxBatchBytes,
                    maxInFlight,
                    maxBuffered,
                    maxTimeInBuffer,
                    maxRecordBytes,
                    backOffMin,
                    backOffMax);
        }
    }
}
