package vn.takedown.model.cases;

import vn.takedown.model.event.RequestUpdated;

/**
 * One event of a request and what it does to the deadline. Instants are milliseconds since the
 * epoch.
 *
 * @param dueAt the deadline as known after the event; null while there is no {@code t0} or the
 *     clock stands still
 * @param stoppedFrom where the stop that ends here begins to count, not before {@code t0}; null
 *     unless the clock runs on
 * @param counted milliseconds by which the deadline moves; 0 unless the clock runs on
 */
public record DeadlineStep(
        RequestUpdated event, DeadlineEffect effect, Long dueAt, Long stoppedFrom, long counted) {}
