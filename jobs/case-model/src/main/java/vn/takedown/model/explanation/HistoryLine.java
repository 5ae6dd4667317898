package vn.takedown.model.explanation;

import java.util.List;
import java.util.Map;
import vn.takedown.model.cases.ObservationReading;
import vn.takedown.model.event.CaseEvent;
import vn.takedown.model.event.Observation;

/** One step in the history of a case. */
public sealed interface HistoryLine {

    /** Event time in milliseconds since the epoch. */
    long at();

    /**
     * A request or acknowledgement event.
     *
     * @param change null when the transition log shows nothing of it
     */
    record CaseStep(CaseEvent event, EventFate fate, List<Effect> effects, FigureChange change)
            implements HistoryLine {

        @Override
        public long at() {
            return event.occurredAt();
        }
    }

    /**
     * An observation.
     *
     * @param reading null when it did not reach the case
     * @param beforeStart whether it lies before {@code t0}
     * @param change null when the transition log shows nothing of it
     */
    record Look(
            Observation event,
            EventFate fate,
            ObservationReading reading,
            boolean beforeStart,
            List<Effect> effects,
            FigureChange change)
            implements HistoryLine {

        @Override
        public long at() {
            return event.occurredAt();
        }

        /** Whether it changed nothing but what every observation moves. */
        public boolean isQuiet() {
            return effects.isEmpty() && change == null;
        }
    }

    /** The deadline passed, and no event with it. */
    record DeadlinePassed(long at, FigureChange change) implements HistoryLine {}

    /**
     * Further observations in a row that changed nothing.
     *
     * @param readings how many of each reading, those that did not reach the case aside
     * @param fates how many did not reach the case, by the reason
     */
    record QuietStretch(
            Look first,
            Look last,
            Map<ObservationReading, Integer> readings,
            Map<EventFate, Integer> fates)
            implements HistoryLine {

        @Override
        public long at() {
            return first.at();
        }
    }
}
