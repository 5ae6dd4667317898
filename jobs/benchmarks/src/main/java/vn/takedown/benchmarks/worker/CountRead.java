package vn.takedown.benchmarks.worker;

import org.apache.flink.api.common.functions.RichMapFunction;

/** Lets records through and counts them, chained to the source. */
final class CountRead<T> extends RichMapFunction<T, T> {

    private static final long serialVersionUID = 1L;

    /** Told to the meter at once, so that the threads do not meet there for every record. */
    private static final int BATCH = 1_024;

    private transient int count;
    private transient boolean begun;

    @Override
    public T map(T record) {
        if (!begun) {
            begun = true;
            Meter.begin();
        }
        if (++count == BATCH) {
            Meter.read(count);
            count = 0;
        }
        return record;
    }

    @Override
    public void close() {
        if (count > 0) {
            Meter.read(count);
            count = 0;
        }
    }
}
