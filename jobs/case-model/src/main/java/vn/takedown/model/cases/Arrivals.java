package vn.takedown.model.cases;

import java.util.function.BiConsumer;
import vn.takedown.model.event.TakedownEvent;

/**
 * What the machine must know of those who bring events.
 *
 * @param <E> what carries an event
 */
public interface Arrivals<E> {

    TakedownEvent event(E arrival);

    /** Whether its partition had already promised that nothing so early would follow. */
    boolean late(E arrival);

    /**
     * Is told what became of each event, in order.
     *
     * @param past what must be remembered of it while late ones may still come before it
     */
    void applied(E arrival, PastEvent past, Application outcome);

    /** Plain events, none of them late. */
    static Arrivals<TakedownEvent> inTime(BiConsumer<TakedownEvent, Application> applied) {
        return new Arrivals<>() {
            @Override
            public TakedownEvent event(TakedownEvent arrival) {
                return arrival;
            }

            @Override
            public boolean late(TakedownEvent arrival) {
                return false;
            }

            @Override
            public void applied(TakedownEvent arrival, PastEvent past, Application outcome) {
                applied.accept(arrival, outcome);
            }
        };
    }
}
