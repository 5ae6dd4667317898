package vn.takedown.model.standing;

import vn.takedown.model.cases.CaseFigures;
import vn.takedown.model.cases.LifecycleState;
import vn.takedown.model.cases.Verdict;

/**
 * What one case adds to the standing of its provider.
 *
 * @param open whether the content is still to be watched
 * @param dueAt the deadline, milliseconds since the epoch; null when there is no outcome
 * @param outcome null while the case is not judged or has no deadline
 */
public record CaseStanding(boolean open, Long dueAt, DueOutcome outcome) {

    /** Of a case that does not exist yet. */
    public static final CaseStanding NONE = new CaseStanding(false, null, null);

    public static CaseStanding of(CaseFigures figures) {
        DueOutcome outcome = figures.dueAt() == null ? null : outcome(figures.verdict());
        return new CaseStanding(open(figures), outcome == null ? null : figures.dueAt(), outcome);
    }

    private static boolean open(CaseFigures figures) {
        return figures.verdict() != Verdict.EXCLUDED
                && figures.state() != LifecycleState.REMOVED
                && figures.state() != LifecycleState.WITHDRAWN;
    }

    private static DueOutcome outcome(Verdict verdict) {
        return switch (verdict) {
            case ON_TIME -> DueOutcome.ON_TIME;
            case INDETERMINATE -> DueOutcome.UNDECIDED;
            case BREACH, OVERDUE, UNOBSERVED, UNCONFIRMED -> DueOutcome.LATE;
            case PENDING, EXCLUDED -> null;
        };
    }

    /** Whether the deadline has passed and the content is not down. */
    public boolean overdue() {
        return open && outcome == DueOutcome.LATE;
    }
}
