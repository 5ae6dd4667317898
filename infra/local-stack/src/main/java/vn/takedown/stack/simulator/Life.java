package vn.takedown.stack.simulator;

import java.util.List;
import vn.takedown.model.event.CaseEvent;

/**
 * All that happens to one item, but for the observations, which follow from the timeline.
 *
 * @param outcome the truth
 * @param timeToAct milliseconds the provider needs once the request has reached it, holds and
 *     pauses not counted; {@link Long#MAX_VALUE} when it does nothing
 * @param undisturbed whether the request was delivered at once and neither withdrawn nor left on
 *     hold, that is, whether published tables would count it
 * @param steps request and acknowledgement events in event-time order
 * @param actedAt when the provider acted; {@link Long#MAX_VALUE} when it does not
 * @param unsettledUntil until then caches still show what is gone
 * @param withdrawnAt {@link Long#MAX_VALUE} when it is not withdrawn
 */
record Life(
        ItemPlan item,
        Outcome outcome,
        long timeToAct,
        boolean undisturbed,
        ContentTimeline timeline,
        List<CaseEvent> steps,
        long actedAt,
        long unsettledUntil,
        long withdrawnAt) {}
