package vn.takedown.model.cases;

/** Why a case is left out of the statistics; of several the first listed is given. */
public enum ExclusionReason {
    ALREADY_DOWN,
    UNDELIVERABLE,
    WITHDRAWN,
    HELD,
    MOOT
}
