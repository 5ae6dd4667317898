package vn.takedown.stack.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.takedown.model.reference.Policy;
import vn.takedown.model.reference.Strike;

/** What one policy alone says that cannot be meant, although the job takes it. */
final class ValueChecks {

    private final PolicyLine line;
    private final Policy policy;
    private final List<Finding> findings = new ArrayList<>();

    private ValueChecks(PolicyLine line) {
        this.line = line;
        this.policy = line.policy();
    }

    static List<Finding> of(PolicyLine line) {
        ValueChecks checks = new ValueChecks(line);
        checks.checkClock();
        checks.checkWarnings();
        checks.checkConfirmation();
        checks.checkStrikes();
        checks.checkNames();
        return checks.findings;
    }

    private void checkClock() {
        error(
                policy.duration().toMillis() == 0,
                "clock.duration is under a millisecond, which the job counts as zero");
        warn(
                isLonger(policy.ackWithin()),
                "ack_within ("
                        + Wording.duration(policy.ackWithin())
                        + ") is longer than the duration ("
                        + Wording.duration(policy.duration())
                        + ")");
    }

    private void checkWarnings() {
        List<Double> fractions = policy.warnAt();
        error(
                fractions.contains(1.0),
                "warn_at holds 1: a warning at the deadline itself warns of nothing");
        error(!isAscending(fractions), "warn_at is not ascending");
    }

    private void checkConfirmation() {
        int consecutive = policy.confirmation().consecutive();
        int vantages = policy.confirmation().vantages();
        error(
                consecutive < vantages,
                "confirm asks for "
                        + consecutive
                        + " downs from "
                        + vantages
                        + " vantages: "
                        + consecutive
                        + " observations cannot come from so many");
        warn(
                isLonger(policy.confirmation().hold()),
                "confirm.hold ("
                        + Wording.duration(policy.confirmation().hold())
                        + ") is longer than the duration ("
                        + Wording.duration(policy.duration())
                        + "): no removal can be confirmed before the deadline");
    }

    private void checkStrikes() {
        List<Strike> strikes = policy.strikes();
        error(
                !isAscending(strikes.stream().map(Strike::level).toList()),
                "strikes: levels are not ascending");
        error(
                strikes.stream().anyMatch(strike -> strike.window().isZero()),
                "strikes: a window of zero holds no breach");
    }

    private void checkNames() {
        warn(policy.legalBasis().isBlank(), "legal_basis is empty: nobody can tell the law");
        warn(
                policy.policyId().equals(Policy.DEFAULT.policyId()),
                "policy_id is that of the built-in default: documents cannot tell them apart");
        String certainty = line.provenance().certainty();
        warn(
                certainty != null && !certainty.equals("SURE") && !certainty.equals("UNSURE"),
                "certainty is neither SURE nor UNSURE");
        warn(
                line.provenance().isUnsure() && line.provenance().note() == null,
                "certainty is UNSURE, but no note says of what");
    }

    private boolean isLonger(Duration duration) {
        return duration != null && duration.compareTo(policy.duration()) > 0;
    }

    private static <T extends Comparable<T>> boolean isAscending(List<T> values) {
        for (int i = 1; i < values.size(); i++) {
            if (values.get(i - 1).compareTo(values.get(i)) >= 0) {
                return false;
            }
        }
        return true;
    }

    private void error(boolean broken, String text) {
        add(broken, Severity.ERROR, text);
    }

    private void warn(boolean broken, String text) {
        add(broken, Severity.WARNING, text);
    }

    private void add(boolean broken, Severity severity, String text) {
        if (broken) {
            findings.add(new Finding(severity, line.place(), line.name() + ": " + text));
        }
    }
}
