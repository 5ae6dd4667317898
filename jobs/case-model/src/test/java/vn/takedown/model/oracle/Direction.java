package vn.takedown.model.oracle;

import java.util.Set;
import vn.takedown.model.event.Action;
import vn.takedown.model.event.ControlStatus;
import vn.takedown.model.event.Observation;

/** Which way an observation speaks for one case (contract section 2). */
enum Direction {
    UP,
    DOWN,
    MOOT,
    NEITHER;

    /** Section 6, 10: "“Counted” means up or down". */
    boolean counted() {
        return this == UP || this == DOWN;
    }

    static Direction of(Observation observation, Action action, Set<Long> ownAsns) {
        return action == Action.BLOCK ? ofBlocking(observation, ownAsns) : ofRemoval(observation);
    }

    // "For REMOVE, DISABLE, DEINDEX, LOCK_ACCOUNT: UP is up; DOWN_HARD, DOWN_SOFT are down;
    // GEO_BLOCKED is up; BLOCKED, AMBIGUOUS, ERROR count neither way."
    private static Direction ofRemoval(Observation observation) {
        return switch (observation.status()) {
            case UP, GEO_BLOCKED -> UP;
            case DOWN_HARD, DOWN_SOFT -> DOWN;
            case BLOCKED, AMBIGUOUS, ERROR -> NEITHER;
        };
    }

    // "For BLOCK: only observations whose vantage.asn is one of that provider's asns count. BLOCKED
    // is down; UP and GEO_BLOCKED are up; DOWN_* with control_status = DOWN is moot; everything
    // else counts neither way."
    private static Direction ofBlocking(Observation observation, Set<Long> ownAsns) {
        if (!ownAsns.contains(observation.vantage().asn())) {
            return NEITHER;
        }
        return switch (observation.status()) {
            case BLOCKED -> DOWN;
            case UP, GEO_BLOCKED -> UP;
            case DOWN_HARD, DOWN_SOFT ->
                    observation.controlStatus() == ControlStatus.DOWN ? MOOT : NEITHER;
            case AMBIGUOUS, ERROR -> NEITHER;
        };
    }
}
