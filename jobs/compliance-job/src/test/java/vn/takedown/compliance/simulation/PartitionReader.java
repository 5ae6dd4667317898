package vn.takedown.compliance.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;
import vn.takedown.compliance.source.InputRecord;
import vn.takedown.compliance.source.RecordReaders;

/** Reads its partitions in turn, one record of each, and ends those that have been read. */
final class PartitionReader implements SourceReader<InputRecord, PartitionSource.Split> {

    private final TopicContents contents;
    private final RecordReaders readers = new RecordReaders();
    private final List<PartitionSource.Split> open = new ArrayList<>();
    private final Map<PartitionSource.Split, Integer> next = new HashMap<>();
    private final CompletableFuture<Void> assigned = new CompletableFuture<>();
    private int turn;

    PartitionReader(TopicContents contents) {
        this.contents = contents;
    }

    @Override
    public void start() {}

    @Override
    public InputStatus pollNext(ReaderOutput<InputRecord> output) {
        if (!assigned.isDone()) {
            return InputStatus.NOTHING_AVAILABLE;
        }
        if (open.isEmpty()) {
            return InputStatus.END_OF_INPUT;
        }
        PartitionSource.Split split = open.get(turn++ % open.size());
        Partition partition = contents.partitions().get(split.number());
        int offset = next.merge(split, 1, Integer::sum) - 1;
        if (offset < contents.size(partition)) {
            InputRecord input = contents.read(partition, offset, readers);
            output.createOutputForSplit(split.splitId()).collect(input, input.timestamp);
        } else {
            open.remove(split);
            output.releaseOutputForSplit(split.splitId());
        }
        return InputStatus.MORE_AVAILABLE;
    }

    @Override
    public List<PartitionSource.Split> snapshotState(long checkpointId) {
        throw new UnsupportedOperationException("No checkpoints are taken of this source.");
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return assigned;
    }

    @Override
    public void addSplits(List<PartitionSource.Split> splits) {
        open.addAll(splits);
    }

    @Override
    public void notifyNoMoreSplits() {
        assigned.complete(null);
    }

    @Override
    public void close() {}
}
