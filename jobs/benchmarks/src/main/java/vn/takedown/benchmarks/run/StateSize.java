package vn.takedown.benchmarks.run;

import java.util.Map;

/**
 * How large the state of a job is.
 *
 * @param byOperator uid of the operator → bytes
 */
public record StateSize(Map<String, Long> byOperator) {

    /** Bytes of all operators. */
    public long total() {
        return byOperator.values().stream().mapToLong(Long::longValue).sum();
    }
}
