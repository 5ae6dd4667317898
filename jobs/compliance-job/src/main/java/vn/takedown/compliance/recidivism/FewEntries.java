package vn.takedown.compliance.recidivism;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * What is kept of some cases of the current key, in one value: to walk through a map state takes
 * RocksDB past everything that has been deleted around it. Read when it is asked for and written by
 * {@link #save}.
 */
final class FewEntries<V> {

    private final ValueState<Map<String, V>> state;

    /** Null until it is asked for. */
    private Map<String, V> entries;

    private boolean changed;

    FewEntries(RuntimeContext runtime, String name, TypeInformation<V> type) {
        state = runtime.getState(new ValueStateDescriptor<>(name, Types.MAP(Types.STRING, type)));
    }

    /** Forgets what was read under another key. */
    void begin() {
        entries = null;
        changed = false;
    }

    void save() throws IOException {
        if (changed) {
            state.update(entries.isEmpty() ? null : entries);
        }
    }

    /** By case; may not be changed. */
    Map<String, V> all() throws IOException {
        if (entries == null) {
            Map<String, V> kept = state.value();
            entries = kept == null ? new LinkedHashMap<>() : kept;
        }
        return entries;
    }

    Collection<V> values() throws IOException {
        return all().values();
    }

    /** Null when there is nothing of that case. */
    V get(String caseId) throws IOException {
        return all().get(caseId);
    }

    void put(String caseId, V value) throws IOException {
        all().put(caseId, value);
        changed = true;
    }

    void remove(String caseId) throws IOException {
        changed |= all().remove(caseId) != null;
    }

    void clear() throws IOException {
        changed |= !all().isEmpty();
        all().clear();
    }
}
