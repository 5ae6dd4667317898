package vn.takedown.stack.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.takedown.model.reference.Policy;
import vn.takedown.model.reference.PolicyCandidate;
import vn.takedown.model.reference.PolicyStanding;
import vn.takedown.model.reference.ReferenceBook;

/**
 * Which policy every possible request falls under, at every time at which that may change. There
 * are few enough of them to ask the job's own rule for each.
 */
final class CoverageChecks {

    private final PolicyFiles files;
    private final ReferenceBook book;
    private final List<Situation> situations = Situation.all();
    private final Set<Policy> everApplied = new HashSet<>();

    /** Policy → those that apply where it would, in the order in which they are met. */
    private final Map<Policy, Set<Policy>> obstacles = new LinkedHashMap<>();

    private final Map<Tie, Set<Situation>> ties = new LinkedHashMap<>();
    private final List<Gap> gaps = new ArrayList<>();

    private record Tie(Policy winner, Policy loser) {}

    /** Until null: it has no end. */
    private record Gap(long from, Long until, Set<Situation> situations) {}

    private CoverageChecks(PolicyFiles files) {
        this.files = files;
        this.book = files.book();
        situations.forEach(situation -> book.put(situation.provider()));
    }

    static List<Finding> of(PolicyFiles files) {
        CoverageChecks checks = new CoverageChecks(files);
        List<Long> times = checks.times();
        for (int i = 0; i < times.size(); i++) {
            checks.look(times.get(i), i + 1 < times.size() ? times.get(i + 1) : null);
        }
        List<Finding> findings = new ArrayList<>();
        checks.reportTies(findings);
        checks.reportNeverApplied(findings);
        checks.reportGaps(findings);
        return findings;
    }

    private List<Long> times() {
        TreeSet<Long> times = new TreeSet<>();
        for (PolicyLine line : files.policies()) {
            times.add(line.policy().effectiveFrom());
            if (line.policy().effectiveTo() != null) {
                times.add(line.policy().effectiveTo());
            }
        }
        return List.copyOf(times);
    }

    private void look(long from, Long until) {
        Set<Situation> uncovered = new LinkedHashSet<>();
        for (Situation situation : situations) {
            boolean covered = false;
            for (PolicyCandidate candidate : book.candidates(situation.issued(from))) {
                covered |= candidate.standing() instanceof PolicyStanding.Applies;
                note(candidate, situation);
            }
            if (!covered && situation.isForeseen()) {
                uncovered.add(situation);
            }
        }
        addGap(from, until, uncovered);
    }

    private void note(PolicyCandidate candidate, Situation situation) {
        Policy policy = candidate.policy();
        if (candidate.standing() instanceof PolicyStanding.Applies) {
            everApplied.add(policy);
        } else if (candidate.standing() instanceof PolicyStanding.Replaced replaced) {
            obstacles.computeIfAbsent(policy, key -> new LinkedHashSet<>()).add(replaced.by());
        } else if (candidate.standing() instanceof PolicyStanding.Outranked outranked) {
            obstacles.computeIfAbsent(policy, key -> new LinkedHashSet<>()).add(outranked.by());
            if (outranked.by().priority() == policy.priority()) {
                ties.computeIfAbsent(new Tie(outranked.by(), policy), key -> new LinkedHashSet<>())
                        .add(situation);
            }
        }
    }

    /** Neighbouring times with the same gap are one. */
    private void addGap(long from, Long until, Set<Situation> uncovered) {
        Gap last = gaps.isEmpty() ? null : gaps.get(gaps.size() - 1);
        if (last != null && last.situations().equals(uncovered)) {
            gaps.set(gaps.size() - 1, new Gap(last.from(), until, uncovered));
        } else {
            gaps.add(new Gap(from, until, uncovered));
        }
    }

    private void reportTies(List<Finding> findings) {
        for (PolicyLine line : files.policies()) {
            ties.forEach(
                    (tie, where) -> {
                        if (tie.loser() == line.policy()) {
                            findings.add(tied(line, tie.winner(), where));
                        }
                    });
        }
    }

    private Finding tied(PolicyLine line, Policy winner, Set<Situation> where) {
        return new Finding(
                Severity.WARNING,
                line.place(),
                line.name()
                        + " and "
                        + name(winner)
                        + " have the same priority "
                        + winner.priority()
                        + " and match the same requests; the order of their ids decides for "
                        + winner.policyId()
                        + ": "
                        + Area.text(where));
    }

    private void reportNeverApplied(List<Finding> findings) {
        for (PolicyLine line : files.policies()) {
            Set<Policy> by = obstacles.get(line.policy());
            if (by != null && !everApplied.contains(line.policy())) {
                String others = by.stream().map(this::name).collect(Collectors.joining(", "));
                findings.add(
                        new Finding(
                                Severity.WARNING,
                                line.place(),
                                line.name()
                                        + " can never apply: wherever it would, one of these does: "
                                        + others));
            }
        }
    }

    private void reportGaps(List<Finding> findings) {
        long foreseen = situations.stream().filter(Situation::isForeseen).count();
        for (Gap gap : gaps) {
            int number = gap.situations().size();
            if (number > 0) {
                String text =
                        Wording.interval(gap.from(), gap.until())
                                + " no policy covers "
                                + number
                                + " of "
                                + foreseen
                                + " kinds of request, which take the built-in default ("
                                + Wording.duration(Policy.DEFAULT.duration())
                                + "): "
                                + (number == foreseen ? "all" : Area.text(gap.situations()));
                findings.add(new Finding(Severity.NOTE, null, text));
            }
        }
    }

    private String name(Policy policy) {
        return files.lineOf(policy)
                .map(line -> line.name() + " (" + line.place() + ")")
                .orElse(PolicyLine.name(policy));
    }
}
