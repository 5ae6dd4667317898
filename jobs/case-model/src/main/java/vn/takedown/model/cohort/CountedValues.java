package vn.takedown.model.cohort;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.SortedMap;

/** A multiset of milliseconds in ascending order. */
public final class CountedValues {

    private final long[] values;
    private final long[] counts;
    private final long size;

    CountedValues(long[] values, long[] counts) {
        this.values = values;
        this.counts = counts;
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        this.size = sum;
    }

    /** Value → how often it occurs, always more than zero. */
    public static CountedValues of(SortedMap<Long, Integer> occurrences) {
        long[] values = new long[occurrences.size()];
        long[] counts = new long[occurrences.size()];
        Iterator<Map.Entry<Long, Integer>> entries = occurrences.entrySet().iterator();
        for (int i = 0; i < values.length; i++) {
            Map.Entry<Long, Integer> entry = entries.next();
            values[i] = entry.getKey();
            counts[i] = entry.getValue();
        }
        return new CountedValues(values, counts);
    }

    /** The same multiset from its members in any order; the array is left as it is. */
    public static CountedValues of(long[] members) {
        long[] sorted = members.clone();
        Arrays.sort(sorted);
        long[] values = new long[sorted.length];
        long[] counts = new long[sorted.length];
        int distinct = 0;
        for (long member : sorted) {
            if (distinct == 0 || values[distinct - 1] != member) {
                values[distinct++] = member;
            }
            counts[distinct - 1]++;
        }
        return new CountedValues(Arrays.copyOf(values, distinct), Arrays.copyOf(counts, distinct));
    }

    /** How many there are, repetitions counted. */
    public long size() {
        return size;
    }

    int distinct() {
        return values.length;
    }

    long value(int index) {
        return values[index];
    }

    long count(int index) {
        return counts[index];
    }

    /**
     * Nearest rank (contract section 6, item 18): the ⌈percent·n/100⌉-th smallest, null when there
     * is none.
     */
    public Long quantile(int percent) {
        if (size == 0) {
            return null;
        }
        long rank = (percent * size + 99) / 100;
        long seen = 0;
        for (int i = 0; i < values.length; i++) {
            seen += counts[i];
            if (seen >= rank) {
                return values[i];
            }
        }
        throw new IllegalStateException("Rank " + rank + " is beyond " + size + " values.");
    }

    /** How many are at most {@code bound}. */
    public long atMost(long bound) {
        long count = 0;
        for (int i = 0; i < values.length && values[i] <= bound; i++) {
            count += counts[i];
        }
        return count;
    }
}
