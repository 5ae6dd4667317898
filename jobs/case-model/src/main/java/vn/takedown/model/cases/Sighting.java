package vn.takedown.model.cases;

import java.util.Set;
import vn.takedown.model.event.Action;
import vn.takedown.model.event.Observation;
import vn.takedown.model.event.ObservationStatus;

/**
 * What is kept of an observation.
 *
 * @param at milliseconds since the epoch
 * @param status decides how it counts for removals
 * @param blocking how it counts for a block by this provider
 * @param vantage a 64-bit hash of the vantage point's id: only distinctness matters
 */
record Sighting(long at, ObservationStatus status, ObservationMeaning blocking, long vantage) {

    static Sighting of(Observation observation, Set<Long> providerNetworks) {
        return new Sighting(
                observation.occurredAt(),
                observation.status(),
                ObservationMeaning.forBlocking(
                        observation.status(),
                        observation.controlStatus(),
                        providerNetworks.contains(observation.vantage().asn())),
                Hash.of(observation.vantage().id()));
    }

    /** How it counts for removals. */
    ObservationMeaning removal() {
        return ObservationMeaning.forRemoval(status);
    }

    ObservationMeaning meaning(Action action) {
        return action == Action.BLOCK ? blocking : removal();
    }

    boolean countsForNothing() {
        return removal() == ObservationMeaning.NEITHER && blocking == ObservationMeaning.NEITHER;
    }
}
