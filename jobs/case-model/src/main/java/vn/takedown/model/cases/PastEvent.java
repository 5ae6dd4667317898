package vn.takedown.model.cases;

import java.util.Comparator;
import vn.takedown.model.event.AcknowledgementType;
import vn.takedown.model.event.RequestUpdate;

/**
 * What is kept of an applied event, so that one which comes late can still take its place among
 * them. What reference data made of the event is part of it and never decided again.
 *
 * @param at milliseconds since the epoch
 * @param late whether it came after its partition had promised that nothing so early would follow
 */
public record PastEvent(long at, String eventId, boolean late, Content content) {

    /** As {@link EventOrder}. */
    public static final Comparator<PastEvent> ORDER =
            Comparator.comparingLong(PastEvent::at)
                    .thenComparing(past -> !(past.content() instanceof Issued))
                    .thenComparing(PastEvent::eventId);

    /** What happened. */
    sealed interface Content permits Issued, Updated, Answered, Seen {}

    /** The case was issued; its terms are those that were found then. */
    record Issued(String requestId, String itemId) implements Content {}

    record Updated(String requestId, String itemId, RequestUpdate update) implements Content {}

    record Answered(String requestId, String itemId, AcknowledgementType answer)
            implements Content {}

    record Seen(Sighting sighting) implements Content {}

    /** Whether it is an acknowledgement event. */
    public boolean isAnswer() {
        return content instanceof Answered;
    }
}
