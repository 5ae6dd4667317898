package vn.takedown.model.cases;

import static vn.takedown.model.cases.Instants.known;

import java.util.Set;
import vn.takedown.model.event.Action;
import vn.takedown.model.event.Observation;

/** How a case read an observation, and where it did not count: why (contract section 2). */
public enum ObservationReading {
    UP,
    /** Counts as up: whoever is elsewhere still sees it. */
    UP_GEO_BLOCKED,
    DOWN,
    /** Neither way, but it sets {@code moot}: the source itself is gone. */
    MOOT,
    /** Its status counts neither way for this action. */
    STATUS_SAYS_NOTHING,
    /** {@code BLOCK}: the content is down, but nobody has seen that the source is gone. */
    SOURCE_NOT_KNOWN_GONE,
    /** {@code BLOCK}: not seen from one of the provider's own networks. */
    FOREIGN_NETWORK,
    /** The policy's clock has not started (contract section 6, item 8). */
    CLOCK_NOT_STARTED,
    /** More than seven days before {@code t0}. */
    BEFORE_WINDOW,
    /** Later than {@code withdrawn_at}. */
    AFTER_WITHDRAWAL;

    /**
     * The reading by the facts as they stand at the end. It is the one that was made when the
     * observation was applied, because {@code t0} and {@code withdrawn_at} are set only once.
     *
     * @param providerNetworks autonomous system numbers of the provider
     */
    public static ObservationReading of(
            CaseState facts, Observation observation, Set<Long> providerNetworks) {
        Action action = facts.identity().action();
        Sighting sighting = Sighting.of(observation, providerNetworks);
        ObservationMeaning meaning = sighting.meaning(action);
        if (CaseMachine.counts(facts, sighting)) {
            return counted(meaning);
        }
        if (meaning == ObservationMeaning.NEITHER) {
            return action == Action.BLOCK
                    ? uncountedBlock(observation, providerNetworks)
                    : STATUS_SAYS_NOTHING;
        }
        if (!facts.started()) {
            return CLOCK_NOT_STARTED;
        }
        boolean withdrawnBefore = known(facts.withdrawnAt) && sighting.at() > facts.withdrawnAt;
        return withdrawnBefore ? AFTER_WITHDRAWAL : BEFORE_WINDOW;
    }

    private static ObservationReading counted(ObservationMeaning meaning) {
        return switch (meaning) {
            case UP -> UP;
            case UP_GEO_BLOCKED -> UP_GEO_BLOCKED;
            case DOWN -> DOWN;
            case MOOT -> MOOT;
            case NEITHER -> throw new IllegalStateException("NEITHER does not count.");
        };
    }

    private static ObservationReading uncountedBlock(
            Observation observation, Set<Long> providerNetworks) {
        if (!providerNetworks.contains(observation.vantage().asn())) {
            return FOREIGN_NETWORK;
        }
        return switch (observation.status()) {
            case DOWN_HARD, DOWN_SOFT -> SOURCE_NOT_KNOWN_GONE;
            case UP, BLOCKED, GEO_BLOCKED, AMBIGUOUS, ERROR -> STATUS_SAYS_NOTHING;
        };
    }

    /** "Counted" means up or down (contract section 6, item 10). */
    public boolean isCounted() {
        return isUp() || this == DOWN;
    }

    public boolean isUp() {
        return this == UP || this == UP_GEO_BLOCKED;
    }
}
