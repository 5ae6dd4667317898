package vn.takedown.model.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.takedown.model.cases.EventOrder;
import vn.takedown.model.event.Acknowledgement;
import vn.takedown.model.event.CaseEvent;
import vn.takedown.model.event.Observation;
import vn.takedown.model.event.RequestIssued;
import vn.takedown.model.event.TakedownEvent;

/**
 * The events that concern one case, sorted into those that reach it and those that do not. What is
 * decided here is what the job decides before the case machine sees an event: repeats, and which
 * {@code ISSUED} is the first.
 *
 * @param issued the first {@code ISSUED}
 * @param reaching in the order in which they are applied
 * @param stopped the others, with the reason
 * @param later how many are dated after {@code T}
 */
record CaseEvents(
        RequestIssued issued, List<TakedownEvent> reaching, List<HistoryLine> stopped, int later) {

    /** Contract section 1: how long an observation's {@code event_id} is remembered. */
    private static final long OBSERVATION_MEMORY = 24L * 60 * 60 * 1000;

    /**
     * Sorts the events.
     *
     * @param received in order of arrival within each topic; may hold events of other cases
     * @return empty when the case has not been issued
     */
    static Optional<CaseEvents> of(String caseId, List<ReceivedEvent> received, long cutOff) {
        Map<String, Long> seen = new HashMap<>();
        List<TakedownEvent> valid = new ArrayList<>();
        List<HistoryLine> stopped = new ArrayList<>();
        int later = 0;
        RequestIssued target = first(caseId, received, cutOff);
        if (target == null) {
            return Optional.empty();
        }
        for (ReceivedEvent candidate : received) {
            TakedownEvent event = candidate.event();
            if (!concerns(event, caseId, target)) {
                continue;
            }
            if (isRepeat(event, seen)) {
                stopped.add(stopped(event, EventFate.DUPLICATE));
            } else if (candidate.tooLate()) {
                stopped.add(stopped(event, EventFate.TOO_LATE));
            } else {
                seen.put(id(event), event.occurredAt());
                if (event.occurredAt() > cutOff) {
                    later++;
                } else {
                    valid.add(event);
                }
            }
        }
        List<TakedownEvent> reaching = new ArrayList<>();
        for (TakedownEvent event : valid) {
            if (event instanceof RequestIssued && event != target) {
                stopped.add(stopped(event, EventFate.SECOND_ISSUED));
            } else if (event instanceof CaseEvent step && !sameTarget(step, target)) {
                stopped.add(stopped(event, EventFate.OTHER_TARGET));
            } else {
                reaching.add(event);
            }
        }
        reaching.sort(EventOrder.COMPARATOR);
        return Optional.of(new CaseEvents(target, reaching, stopped, later));
    }

    /** Contract section 6, item 3; of a repeated event the one that came first. */
    private static RequestIssued first(String caseId, List<ReceivedEvent> received, long cutOff) {
        Map<String, RequestIssued> candidates = new HashMap<>();
        for (ReceivedEvent candidate : received) {
            if (!candidate.tooLate()
                    && candidate.event() instanceof RequestIssued issued
                    && issued.caseId().equals(caseId)
                    && issued.occurredAt() <= cutOff) {
                candidates.putIfAbsent(issued.eventId(), issued);
            }
        }
        return candidates.values().stream()
                .min(Comparator.comparing(issued -> (TakedownEvent) issued, EventOrder.COMPARATOR))
                .orElse(null);
    }

    private static boolean concerns(TakedownEvent event, String caseId, RequestIssued issued) {
        if (event instanceof CaseEvent step) {
            return step.caseId().equals(caseId);
        }
        return event instanceof Observation observation
                && observation.providerId().equals(issued.providerId())
                && observation.targetKey().equals(issued.targetKey());
    }

    private static boolean sameTarget(CaseEvent event, RequestIssued issued) {
        return event.providerId().equals(issued.providerId())
                && event.targetKey().equals(issued.targetKey());
    }

    private static boolean isRepeat(TakedownEvent event, Map<String, Long> seen) {
        Long before = seen.get(id(event));
        return before != null
                && (event instanceof CaseEvent
                        || Math.abs(event.occurredAt() - before) <= OBSERVATION_MEMORY);
    }

    /** Ids are unique within a topic only. */
    private static String id(TakedownEvent event) {
        if (event instanceof Observation) {
            return "observation:" + event.eventId();
        }
        return (event instanceof Acknowledgement ? "acknowledgement:" : "request:")
                + event.eventId();
    }

    private static HistoryLine stopped(TakedownEvent event, EventFate fate) {
        return event instanceof Observation observation
                ? new HistoryLine.Look(observation, fate, null, false, List.of(), null)
                : new HistoryLine.CaseStep((CaseEvent) event, fate, List.of(), null);
    }
}
