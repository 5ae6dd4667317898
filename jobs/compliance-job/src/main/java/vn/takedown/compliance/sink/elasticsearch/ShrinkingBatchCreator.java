package vn.takedown.compliance.sink.elasticsearch;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.connector.base.sink.writer.Batch;
import org.apache.flink.connector.base.sink.writer.BatchCreator;
import org.apache.flink.connector.base.sink.writer.RequestBuffer;
import org.apache.flink.connector.base.sink.writer.strategy.RequestInfo;

/**
 * Cuts batches by number and bytes. An entry over the limit travels alone. The limit shrinks, and
 * stays so, once the server has called a request too large: what it takes does not grow by itself.
 */
final class ShrinkingBatchCreator implements BatchCreator<BulkEntry> {

    private long maxBytes;

    ShrinkingBatchCreator(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Keeps batches under half of what was refused. */
    void refusedAt(List<BulkEntry> entries) {
        long refused = entries.stream().mapToLong(BulkEntry::serializedSize).sum();
        maxBytes = Math.max(1, Math.min(maxBytes, refused / 2));
    }

    long maxBytes() {
        return maxBytes;
    }

    @Override
    public Batch<BulkEntry> createNextBatch(RequestInfo request, RequestBuffer<BulkEntry> buffer) {
        List<BulkEntry> entries = new ArrayList<>(Math.min(request.getBatchSize(), buffer.size()));
        long bytes = 0;
        while (entries.size() < request.getBatchSize() && !buffer.isEmpty()) {
            long next = buffer.peek().getSize();
            if (!entries.isEmpty() && bytes + next > maxBytes) {
                break;
            }
            entries.add(buffer.poll().getRequestEntry());
            bytes += next;
        }
        return new Batch<>(entries, bytes);
    }
}
