package vn.takedown.report.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every count of a report, and which of them add up to which others. */
public final class Counts {

    /** That one count is the sum of others. */
    public record Sum(String total, List<String> parts) {

        public Sum {
            parts = List.copyOf(parts);
        }
    }

    private final Map<String, Long> values = new LinkedHashMap<>();
    private final List<Sum> sums = new ArrayList<>();
    private final Set<String> national = new HashSet<>();

    /**
     * A count by its id.
     *
     * @throws IllegalStateException when the id stands for another number already
     */
    public Cell.Count of(String id, long value) {
        Long known = values.putIfAbsent(id, value);
        if (known != null && known != value) {
            throw new IllegalStateException(id + " is both " + known + " and " + value);
        }
        return new Cell.Count(id, value);
    }

    /**
     * States that counts add up; all of them must be known.
     *
     * @throws IllegalStateException when they do not
     */
    public void sum(String total, List<String> parts) {
        long sum = parts.stream().mapToLong(this::value).sum();
        if (sum != value(total)) {
            throw new IllegalStateException(total + " is " + value(total) + ", not " + sum);
        }
        sums.add(new Sum(total, parts));
    }

    /** States that a count is about the whole country and not about a part of it. */
    public void national(String id) {
        national.add(id);
    }

    boolean isNational(String id) {
        return national.contains(id);
    }

    /** The number behind an id. */
    public long value(String id) {
        Long value = values.get(id);
        if (value == null) {
            throw new IllegalStateException("there is no count " + id);
        }
        return value;
    }

    public Map<String, Long> values() {
        return Collections.unmodifiableMap(values);
    }

    public List<Sum> sums() {
        return Collections.unmodifiableList(sums);
    }
}
