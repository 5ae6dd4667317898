package vn.takedown.model.explanation;

/** Whether an event reached the case, and if not, why. */
public enum EventFate {
    APPLIED,
    /** The same {@code event_id} came before in the same topic (contract section 1). */
    DUPLICATE,
    /** It came after time had passed it and is a dead letter (contract section 3). */
    TOO_LATE,
    /** Dated before {@code issued_at} (contract section 6, item 3). */
    BEFORE_ISSUED,
    /** The case has been issued already (contract section 6, item 3). */
    SECOND_ISSUED,
    /** Names another provider or target than {@code ISSUED} (contract section 6, item 3). */
    OTHER_TARGET
}
