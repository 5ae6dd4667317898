package vn.takedown.stack.acceptance;

import java.util.ArrayList;
import java.util.List;

/** Everything that must be said of one alert, in order, and nothing else may be. */
final class ExpectedAlert {

    private final String kind;
    private final String providerId;
    private final String subject;
    private final boolean proven;
    private final long tolerance;
    private final List<Step> steps = new ArrayList<>();

    /**
     * @param proven whether an observation shows it, and not the passing of time
     * @param tolerance milliseconds by which its instants may come later, because documents of
     *     cases may lag (contract section 4)
     */
    ExpectedAlert(String kind, String providerId, String subject, boolean proven, long tolerance) {
        this.kind = kind;
        this.providerId = providerId;
        this.subject = subject;
        this.proven = proven;
        this.tolerance = tolerance;
    }

    ExpectedAlert fires(long at, long startsAt, String severity, String level) {
        steps.add(new Step(at, true, severity, level, startsAt));
        return this;
    }

    /** A mark in time has passed in the first millisecond after it. */
    ExpectedAlert firesAfter(long mark, String severity, String level) {
        return fires(mark + 1, mark, severity, level);
    }

    ExpectedAlert ends(long at) {
        Step last = steps.get(steps.size() - 1);
        steps.add(new Step(at, false, last.severity(), last.level(), last.startsAt()));
        return this;
    }

    String key() {
        return kind + "|" + providerId + "|" + subject;
    }

    String kind() {
        return kind;
    }

    String providerId() {
        return providerId;
    }

    String subject() {
        return subject;
    }

    boolean proven() {
        return proven;
    }

    long tolerance() {
        return tolerance;
    }

    List<Step> steps() {
        return steps;
    }

    /** As a person is to be told: the label severity makes another alert of it. */
    List<Episode> episodes() {
        List<Episode> episodes = new ArrayList<>();
        Step open = null;
        for (Step step : steps) {
            boolean goesOn =
                    open != null && step.firing() && open.severity().equals(step.severity());
            if (goesOn) {
                continue;
            }
            if (open != null) {
                episodes.add(new Episode(this, open.severity(), open.at(), step.at()));
            }
            open = step.firing() ? step : null;
        }
        if (open != null) {
            episodes.add(new Episode(this, open.severity(), open.at(), Long.MAX_VALUE));
        }
        return episodes;
    }
}
