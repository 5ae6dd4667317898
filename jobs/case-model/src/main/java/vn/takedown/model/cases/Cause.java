package vn.takedown.model.cases;

/** What changed a case. */
public enum Cause {
    ISSUED,
    DELIVERED,
    UNDELIVERABLE,
    HELD,
    RELEASED,
    PAUSED,
    RESUMED,
    WITHDRAWN,
    ACKNOWLEDGEMENT,
    OBSERVATION,
    /** No event: the deadline passed. */
    DEADLINE_PASSED,
    /** No change of substance: what every observation moves is brought up to date. */
    REFRESH;

    static Cause of(PastEvent past) {
        if (past.content() instanceof PastEvent.Updated updated) {
            return valueOf(updated.update().name());
        }
        if (past.content() instanceof PastEvent.Answered) {
            return ACKNOWLEDGEMENT;
        }
        return past.content() instanceof PastEvent.Issued ? ISSUED : OBSERVATION;
    }
}
