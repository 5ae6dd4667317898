package vn.takedown.report.figures;

import java.util.Arrays;
import vn.takedown.model.cohort.CountedValues;

/** Milliseconds, as many as come, without a box around each. */
final class LongList {

    private long[] values = new long[8];
    private int size;

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        values[size++] = value;
    }

    void addAll(LongList others) {
        for (int i = 0; i < others.size; i++) {
            add(others.values[i]);
        }
    }

    CountedValues counted() {
        return CountedValues.of(Arrays.copyOf(values, size));
    }

    double sum() {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += values[i];
        }
        return sum;
    }
}
