package vn.takedown.benchmarks.worker;

import org.apache.flink.api.common.functions.RichMapFunction;

/** Lets records through and counts them, chained to the source. */
final class CountRead<T> extends RichMapFunction<T, T> {

    private static final long serialVersionUID = 1L;

    private final int batch;

    private transient int count;
    private transient boolean begun;

    /**
     * @param batch told to the meter at once, so that the threads do not meet there for every
     *     record
     */
    CountRead(int batch) {
        this.batch = batch;
    }

    @Override
    public T map(T record) throws InterruptedException {
        Gate.pass();
        if (!begun) {
            begun = true;
            Meter.begin();
        }
        if (++count == batch) {
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
