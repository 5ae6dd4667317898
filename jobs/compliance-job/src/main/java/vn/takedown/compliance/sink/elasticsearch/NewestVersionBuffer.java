package vn.takedown.compliance.sink.elasticsearch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.connector.base.sink.writer.RequestBuffer;
import org.apache.flink.connector.base.sink.writer.RequestEntryWrapper;

/**
 * Holds one entry per document, the newest version, in the place of the first: a case that changes
 * often costs one write, and its place in the queue does not move back with every change.
 *
 * <p>Of equal versions the one written last stays; an entry that comes back for a retry was written
 * before anything in the buffer.
 */
final class NewestVersionBuffer implements RequestBuffer<BulkEntry> {

    private record DocumentKey(String index, String id) {}

    private final Deque<DocumentKey> order = new ArrayDeque<>();
    private final Map<DocumentKey, RequestEntryWrapper<BulkEntry>> newest = new HashMap<>();
    private final Runnable onSuperseded;
    private long totalSize;

    /**
     * @param onSuperseded called for every entry that will not be sent because a newer one will
     */
    NewestVersionBuffer(Runnable onSuperseded) {
        this.onSuperseded = onSuperseded;
    }

    @Override
    public void add(RequestEntryWrapper<BulkEntry> entry, boolean retried) {
        DocumentKey key = keyOf(entry);
        RequestEntryWrapper<BulkEntry> held = newest.get(key);
        if (held == null) {
            newest.put(key, entry);
            totalSize += entry.getSize();
            if (retried) {
                order.addFirst(key);
            } else {
                order.addLast(key);
            }
            return;
        }
        onSuperseded.run();
        long heldVersion = held.getRequestEntry().version();
        long version = entry.getRequestEntry().version();
        if (retried ? version > heldVersion : version >= heldVersion) {
            newest.put(key, entry);
            totalSize += entry.getSize() - held.getSize();
        }
    }

    @Override
    public RequestEntryWrapper<BulkEntry> poll() {
        DocumentKey key = order.pollFirst();
        if (key == null) {
            return null;
        }
        RequestEntryWrapper<BulkEntry> entry = newest.remove(key);
        totalSize -= entry.getSize();
        return entry;
    }

    @Override
    public RequestEntryWrapper<BulkEntry> peek() {
        DocumentKey key = order.peekFirst();
        return key == null ? null : newest.get(key);
    }

    @Override
    public boolean isEmpty() {
        return order.isEmpty();
    }

    @Override
    public int size() {
        return order.size();
    }

    @Override
    public Collection<RequestEntryWrapper<BulkEntry>> getBufferedState() {
        List<RequestEntryWrapper<BulkEntry>> state = new ArrayList<>(order.size());
        for (DocumentKey key : order) {
            state.add(newest.get(key));
        }
        return state;
    }

    @Override
    public long totalSizeInBytes() {
        return totalSize;
    }

    private static DocumentKey keyOf(RequestEntryWrapper<BulkEntry> entry) {
        return new DocumentKey(entry.getRequestEntry().index(), entry.getRequestEntry().id());
    }
}
