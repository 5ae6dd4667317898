package vn.takedown.stack.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.takedown.model.cases.DeadlineExplanation;
import vn.takedown.model.cases.DeadlineStep;
import vn.takedown.model.reference.ClockStart;
import vn.takedown.model.reference.Policy;

/** How a deadline comes about, line by line. */
public final class DeadlineText {

    private final DeadlineExplanation explanation;
    private final Policy policy;
    private final List<String> lines = new ArrayList<>();

    private DeadlineText(DeadlineExplanation explanation) {
        this.explanation = explanation;
        this.policy = explanation.policy();
    }

    /** Lines without line feeds. */
    public static List<String> of(DeadlineExplanation explanation) {
        DeadlineText text = new DeadlineText(explanation);
        text.describePlan();
        explanation.steps().forEach(text::describe);
        text.describeResult();
        return text.lines;
    }

    private void describePlan() {
        lines.add("Why this deadline:");
        lines.add(
                "  issued_at  "
                        + Wording.utc(explanation.issued().occurredAt())
                        + "  the policy is fixed here: "
                        + PolicyLine.name(policy));
        Long start = explanation.start();
        String why = "  the clock of this policy starts at " + policy.clockStart();
        lines.add(
                start == null
                        ? "  t0         none yet" + why
                        : "  t0         " + Wording.utc(start) + why);
        String duration = "  + duration " + Wording.duration(policy.duration());
        lines.add(
                start == null
                        ? duration
                        : duration
                                + " = "
                                + Wording.utc(explanation.plannedDueAt())
                                + " while nothing stops the clock");
    }

    private void describe(DeadlineStep step) {
        lines.add(
                "  "
                        + Wording.utc(step.event().occurredAt())
                        + " "
                        + step.event().update()
                        + ": "
                        + effect(step));
    }

    private String effect(DeadlineStep step) {
        return switch (step.effect()) {
            case CLOCK_STARTS ->
                    step.dueAt() == null
                            ? "gives t0, but the clock is stopped"
                            : "gives t0; due " + Wording.utc(step.dueAt());
            case CLOCK_WAITS -> "before t0, where nothing counts";
            case CLOCK_STOPS -> "the clock stops";
            case CLOCK_STANDS -> "the clock stands still already; overlaps count once";
            case CLOCK_RUNS_ON ->
                    "the clock runs on; + "
                            + Wording.duration(Duration.ofMillis(step.counted()))
                            + " paused since "
                            + Wording.utc(step.stoppedFrom())
                            + "; due "
                            + Wording.utc(step.dueAt());
            case NO_CHANGE -> noChange(step);
            case BEFORE_ISSUED -> "ignored: dated before issued_at";
            case OTHER_CASE -> "ignored: of another case, provider or target";
        };
    }

    private static String noChange(DeadlineStep step) {
        return switch (step.event().update()) {
            case PAUSED, HELD -> "changes nothing: the deadline had passed";
            case RESUMED, RELEASED -> "changes nothing: no stop that counts was open";
            case DELIVERED -> "changes nothing: the clock ran already";
            case UNDELIVERABLE, WITHDRAWN -> "does not move the deadline";
        };
    }

    private void describeResult() {
        if (explanation.dueAt() != null) {
            lines.add(
                    "  = due_at   "
                            + Wording.both(explanation.dueAt())
                            + paused(explanation.counted()));
        } else if (explanation.start() == null) {
            lines.add(
                    "  = due_at   none: without "
                            + ClockStart.DELIVERED
                            + " the clock has not started");
        } else {
            lines.add(
                    "  = due_at   none: the clock stands still, which counts as later than any"
                            + " instant");
        }
        if (explanation.legalBasis() != null) {
            lines.add(
                    "Legal basis: "
                            + explanation.legalBasis()
                            + (explanation.issued().legalBasis() == null
                                    ? " (of the policy)"
                                    : " (of the request)"));
        }
    }

    private String paused(long counted) {
        return counted == 0
                ? ""
                : " after " + Wording.duration(Duration.ofMillis(counted)) + " paused";
    }
}
