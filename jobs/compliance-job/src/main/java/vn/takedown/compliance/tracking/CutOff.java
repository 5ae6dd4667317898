package vn.takedown.compliance.tracking;

import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * {@code T} at the end of a bounded input: the latest heartbeat, which every subtask receives. The
 * end-of-input watermark says nothing about time (contract section 3).
 */
public final class CutOff {

    /** One entry: the latest heartbeat in milliseconds since the epoch. */
    public static final MapStateDescriptor<String, Long> STATE =
            new MapStateDescriptor<>("cut-off", Types.STRING, Types.LONG);

    private static final String KEY = "T";

    private CutOff() {}

    public static void raise(BroadcastState<String, Long> state, long heartbeat) throws Exception {
        state.put(KEY, Math.max(heartbeat, of(state)));
    }

    /** {@link Long#MIN_VALUE} when there was no heartbeat. */
    public static long of(ReadOnlyBroadcastState<String, Long> state) throws Exception {
        Long latest = state.get(KEY);
        return latest == null ? Long.MIN_VALUE : latest;
    }
}
