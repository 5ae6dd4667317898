package vn.takedown.model.cases;

/**
 * Where a case stands (contract section 3, {@code state}). The order matters: at equal times the
 * later one wins.
 */
public enum LifecycleState {
    ISSUED,
    DELIVERED,
    HELD,
    PAUSED,
    ACKNOWLEDGED,
    CLAIMED,
    DOWN_UNCONFIRMED,
    REMOVED,
    REINSTATED,
    WITHDRAWN,
    UNDELIVERABLE
}
