package vn.takedown.model.cohort;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import vn.takedown.model.encoding.Packed;

/**
 * How often each of some milliseconds occurs, or by how much that changes, in ascending order of
 * values. Adding is exact and its order makes no difference, so a multiset may be kept as the sum
 * of its changes.
 */
public final class ValueCounts {

    public static final ValueCounts EMPTY = new ValueCounts(new long[0], new int[0], 0);

    private final long[] values;
    private final int[] counts;
    private final int distinct;

    private ValueCounts(long[] values, int[] counts, int distinct) {
        this.values = values;
        this.counts = counts;
        this.distinct = distinct;
    }

    /** Value → by how much its count changes; what does not change may be there. */
    public static ValueCounts of(Map<Long, Integer> changes) {
        if (changes.isEmpty()) {
            return EMPTY;
        }
        long[] values = new long[changes.size()];
        int distinct = 0;
        for (Map.Entry<Long, Integer> change : changes.entrySet()) {
            if (change.getValue() != 0) {
                values[distinct++] = change.getKey();
            }
        }
        Arrays.sort(values, 0, distinct);
        int[] counts = new int[distinct];
        for (int i = 0; i < distinct; i++) {
            counts[i] = changes.get(values[i]);
        }
        return new ValueCounts(values, counts, distinct);
    }

    /** Both together, without the values that cancel out. */
    public ValueCounts plus(ValueCounts other) {
        if (distinct == 0 || other.distinct == 0) {
            return distinct == 0 ? other : this;
        }
        long[] sumValues = new long[distinct + other.distinct];
        int[] sumCounts = new int[distinct + other.distinct];
        int size = 0;
        int mine = 0;
        int theirs = 0;
        while (mine < distinct || theirs < other.distinct) {
            long value = Math.min(valueOrMost(mine), other.valueOrMost(theirs));
            int count = 0;
            if (valueOrMost(mine) == value) {
                count += counts[mine++];
            }
            if (other.valueOrMost(theirs) == value) {
                count += other.counts[theirs++];
            }
            if (count != 0) {
                sumValues[size] = value;
                sumCounts[size++] = count;
            }
        }
        return new ValueCounts(sumValues, sumCounts, size);
    }

    private long valueOrMost(int index) {
        return index < distinct ? values[index] : Long.MAX_VALUE;
    }

    /** Number of distinct values. */
    public int distinct() {
        return distinct;
    }

    public boolean isEmpty() {
        return distinct == 0;
    }

    /**
     * The multiset itself.
     *
     * @throws IllegalStateException when a value was taken away that had never been added
     */
    public CountedValues toValues() {
        long[] all = new long[distinct];
        for (int i = 0; i < distinct; i++) {
            if (counts[i] < 0) {
                throw new IllegalStateException("A duration is taken away that was never added.");
            }
            all[i] = counts[i];
        }
        return new CountedValues(Arrays.copyOf(values, distinct), all);
    }

    /** The values taken as instants: how long ago each of them was at {@code now}, 0 if later. */
    public ValueCounts agesAt(long now) {
        long[] ages = new long[distinct];
        int[] ageCounts = new int[distinct];
        int size = 0;
        for (int i = distinct - 1; i >= 0; i--) {
            long age = Math.max(0, now - values[i]);
            if (size > 0 && ages[size - 1] == age) {
                ageCounts[size - 1] += counts[i];
            } else {
                ages[size] = age;
                ageCounts[size++] = counts[i];
            }
        }
        return new ValueCounts(ages, ageCounts, size);
    }

    public void write(DataOutput output) throws IOException {
        Packed.writeCount(output, distinct);
        long previous = 0;
        for (int i = 0; i < distinct; i++) {
            Packed.writeLong(output, values[i] - previous);
            Packed.writeLong(output, counts[i]);
            previous = values[i];
        }
    }

    public static ValueCounts read(DataInput input) throws IOException {
        int distinct = Packed.readCount(input);
        if (distinct == 0) {
            return EMPTY;
        }
        long[] values = new long[distinct];
        int[] counts = new int[distinct];
        long previous = 0;
        for (int i = 0; i < distinct; i++) {
            previous += Packed.readLong(input);
            values[i] = previous;
            counts[i] = Math.toIntExact(Packed.readLong(input));
        }
        return new ValueCounts(values, counts, distinct);
    }
}
