package vn.takedown.model.oracle;

import java.util.List;

/**
 * All documents of one input.
 *
 * @param cutOff the contract's {@code T} in epoch milliseconds; null when there was no event
 * @param cases by ascending {@code case_id}
 * @param periods by ascending {@link OraclePeriod#id()}
 */
public record OracleResult(Long cutOff, List<OracleCase> cases, List<OraclePeriod> periods) {

    public OracleResult {
        cases = List.copyOf(cases);
        periods = List.copyOf(periods);
    }

    /** The case with this id; fails when there is none. */
    public OracleCase caseOf(String caseId) {
        return cases.stream()
                .filter(document -> document.caseId().equals(caseId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such case: " + caseId));
    }

    /** The period with this {@code period|start|provider_id}; fails when there is none. */
    public OraclePeriod periodOf(String id) {
        return periods.stream()
                .filter(document -> document.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such period: " + id));
    }
}
