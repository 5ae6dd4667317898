package vn.takedown.compliance.accounting;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.FunctionInitializationContext;

/**
 * The counts of one operator. They are kept in its state and shown as Flink accumulators, so that
 * after any restart they still count every record once, which plain accumulators and metrics do
 * not.
 *
 * <p>Owned by a function that calls {@link #restore} and {@link #snapshot} from its own {@code
 * CheckpointedFunction} methods.
 */
public final class Ledger {

    /** One named count, as it is kept in state. */
    public record Line(String name, long count) {}

    private final Map<String, LongCounter> counters = new HashMap<>();
    private final RuntimeContext runtime;
    private final ListState<Line> state;

    private Ledger(RuntimeContext runtime, ListState<Line> state) {
        this.runtime = runtime;
        this.state = state;
    }

    /** Opens the ledger with what was counted before the restart, if there was one. */
    public static Ledger restore(RuntimeContext runtime, FunctionInitializationContext context)
            throws Exception {
        ListState<Line> state =
                context.getOperatorStateStore()
                        .getListState(
                                new ListStateDescriptor<>(
                                        "ledger", TypeInformation.of(Line.class)));
        Ledger ledger = new Ledger(runtime, state);
        for (Line line : state.get()) {
            ledger.add(line.name(), line.count());
        }
        return ledger;
    }

    public void snapshot() throws Exception {
        state.clear();
        for (Map.Entry<String, LongCounter> counter : counters.entrySet()) {
            state.add(new Line(counter.getKey(), counter.getValue().getLocalValuePrimitive()));
        }
    }

    public void count(String name) {
        add(name, 1);
    }

    /** Counts of things that come and go may also fall. */
    public void add(String name, long by) {
        LongCounter counter = counters.get(name);
        if (counter == null) {
            counter = runtime.getLongCounter(name);
            counters.put(name, counter);
        }
        counter.add(by);
    }
}
