package vn.takedown.model.cases;

import java.util.Comparator;
import vn.takedown.model.event.RequestIssued;
import vn.takedown.model.event.TakedownEvent;

/**
 * The order in which events of one target are applied: {@code (occurred_at, event_id)} (contract
 * sections 2 and 6, item 6). At equal instants {@code ISSUED} goes first, because only events dated
 * <em>before</em> {@code issued_at} are ignored (section 6, item 3).
 */
public final class EventOrder {

    public static final Comparator<TakedownEvent> COMPARATOR =
            Comparator.comparingLong(TakedownEvent::occurredAt)
                    .thenComparing(event -> !(event instanceof RequestIssued))
                    .thenComparing(TakedownEvent::eventId);

    private EventOrder() {}
}
