package vn.takedown.compliance.document;

import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import vn.takedown.compliance.sink.elasticsearch.BulkEntry;

/**
 * Writes documents as entries whose versions rise with every restart. What was written between the
 * checkpoint and the crash may have taken more steps than it takes the second time, since records
 * arrive otherwise; what is written after the restart must win all the same.
 */
public final class WriteEntries<T> implements MapFunction<T, BulkEntry>, CheckpointedFunction {

    private static final long serialVersionUID = 1L;

    /** Versions that a document may take between two restarts, and the most restarts told apart. */
    private static final int SEQUENCE_BITS = 28;

    private static final int MOST_RESTARTS = (1 << 12) - 1;

    private final MapFunction<T, BulkEntry> writer;

    private transient ListState<Integer> state;
    private transient int restarts;

    public WriteEntries(MapFunction<T, BulkEntry> writer) {
        this.writer = writer;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        state =
                context.getOperatorStateStore()
                        .getUnionListState(new ListStateDescriptor<>("restarts", Types.INT));
        restarts = 0;
        for (int before : state.get()) {
            restarts = Math.min(MOST_RESTARTS, Math.max(restarts, before + 1));
        }
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        state.clear();
        state.add(restarts);
    }

    @Override
    public BulkEntry map(T document) throws Exception {
        BulkEntry entry = writer.map(document);
        long version = entry.version() + ((long) restarts << SEQUENCE_BITS);
        return new BulkEntry(entry.index(), entry.id(), version, entry.source());
    }
}
