package vn.takedown.benchmarks.report;

import java.util.List;

/** Nearest rank, as the contract has it (section 6, item 18). */
public final class Percentiles {

    private Percentiles() {}

    /**
     * @param values at least one
     */
    public static long of(List<Long> values, int percent) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to take a percentile of.");
        }
        List<Long> sorted = values.stream().sorted().toList();
        return sorted.get((sorted.size() * percent + 99) / 100 - 1);
    }
}
