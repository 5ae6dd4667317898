package vn.takedown.model.cases;

import vn.takedown.model.event.ControlStatus;
import vn.takedown.model.event.ObservationStatus;

/** Which way an observation counts (contract section 2). */
public enum ObservationMeaning {
    /** Counts neither way. */
    NEITHER,
    UP,
    /** Counts as up: whoever is elsewhere still sees it. */
    UP_GEO_BLOCKED,
    DOWN,
    /** The source itself is gone, so a block can neither be proven nor disproven. */
    MOOT;

    /** For {@code REMOVE}, {@code DISABLE}, {@code DEINDEX} and {@code LOCK_ACCOUNT}. */
    static ObservationMeaning forRemoval(ObservationStatus status) {
        return switch (status) {
            case UP -> UP;
            case GEO_BLOCKED -> UP_GEO_BLOCKED;
            case DOWN_HARD, DOWN_SOFT -> DOWN;
            case BLOCKED, AMBIGUOUS, ERROR -> NEITHER;
        };
    }

    /**
     * For {@code BLOCK}.
     *
     * @param ownNetwork whether the vantage point is inside one of the provider's own networks
     */
    static ObservationMeaning forBlocking(
            ObservationStatus status, ControlStatus control, boolean ownNetwork) {
        if (!ownNetwork) {
            return NEITHER;
        }
        return switch (status) {
            // Never UP_GEO_BLOCKED: contract section 6, item 10.
            case UP, GEO_BLOCKED -> UP;
            case BLOCKED -> DOWN;
            case DOWN_HARD, DOWN_SOFT -> control == ControlStatus.DOWN ? MOOT : NEITHER;
            case AMBIGUOUS, ERROR -> NEITHER;
        };
    }

    boolean isUp() {
        return this == UP || this == UP_GEO_BLOCKED;
    }

    /** "Counted" means up or down (contract section 6, item 10). */
    boolean isCounted() {
        return isUp() || this == DOWN;
    }
}
