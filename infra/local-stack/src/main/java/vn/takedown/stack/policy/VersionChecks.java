package vn.takedown.stack.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.takedown.model.reference.Policy;

/** How the versions of one policy id go together in time. */
final class VersionChecks {

    private final List<Finding> findings = new ArrayList<>();

    private VersionChecks() {}

    static List<Finding> of(List<PolicyLine> lines) {
        VersionChecks checks = new VersionChecks();
        for (List<PolicyLine> versions : checks.byId(lines).values()) {
            checks.findOverlaps(versions);
            checks.findGaps(versions);
        }
        return checks.findings;
    }

    /** Of equal versions the last one, as in the compacted topic; sorted by version. */
    private Map<String, List<PolicyLine>> byId(List<PolicyLine> lines) {
        Map<String, PolicyLine> last = new HashMap<>();
        Map<String, List<PolicyLine>> byId = new TreeMap<>();
        for (PolicyLine line : lines) {
            PolicyLine earlier = last.put(line.name(), line);
            if (earlier != null) {
                find(
                        Severity.ERROR,
                        line,
                        "stands at "
                                + earlier.place()
                                + " already; the topic would keep only the later one");
                byId.get(line.policy().policyId()).remove(earlier);
            }
            byId.computeIfAbsent(line.policy().policyId(), id -> new ArrayList<>()).add(line);
        }
        byId.values()
                .forEach(
                        versions ->
                                versions.sort(
                                        Comparator.comparingInt(line -> line.policy().version())));
        return byId;
    }

    private void findOverlaps(List<PolicyLine> versions) {
        for (int higher = 1; higher < versions.size(); higher++) {
            for (int lower = 0; lower < higher; lower++) {
                PolicyLine winner = versions.get(higher);
                PolicyLine loser = versions.get(lower);
                long from =
                        Math.max(winner.policy().effectiveFrom(), loser.policy().effectiveFrom());
                if (winner.policy().inForceAt(from) && loser.policy().inForceAt(from)) {
                    find(
                            Severity.NOTE,
                            winner,
                            "replaces version "
                                    + loser.policy().version()
                                    + " ("
                                    + loser.place()
                                    + "), which is in force too, "
                                    + Wording.interval(from, earlier(end(winner), end(loser))));
                }
            }
        }
    }

    private void findGaps(List<PolicyLine> versions) {
        List<PolicyLine> byTime = new ArrayList<>(versions);
        byTime.sort(Comparator.comparingLong(line -> line.policy().effectiveFrom()));
        Long coveredTo = byTime.get(0).policy().effectiveFrom();
        for (PolicyLine line : byTime) {
            Policy policy = line.policy();
            if (coveredTo == null) {
                return;
            }
            if (policy.effectiveFrom() > coveredTo) {
                find(
                        Severity.WARNING,
                        line,
                        "no version of this id is in force "
                                + Wording.interval(coveredTo, policy.effectiveFrom()));
            }
            coveredTo =
                    policy.effectiveTo() == null
                            ? null
                            : (Long) Math.max(coveredTo, policy.effectiveTo());
        }
    }

    private static Long end(PolicyLine line) {
        return line.policy().effectiveTo();
    }

    /** Null is later than any instant. */
    private static Long earlier(Long one, Long other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return (Long) Math.min(one, other);
    }

    private void find(Severity severity, PolicyLine line, String text) {
        findings.add(new Finding(severity, line.place(), line.name() + ": " + text));
    }
}
