package vn.takedown.compliance.alerting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.takedown.model.alerting.ProviderSignal;
import vn.takedown.model.cases.Application;
import vn.takedown.model.cases.Arrivals;
import vn.takedown.model.cases.CaseSituation;
import vn.takedown.model.cases.EventOrder;
import vn.takedown.model.cases.PastEvent;
import vn.takedown.model.cases.TargetMachine;
import vn.takedown.model.cases.TargetState;
import vn.takedown.model.event.Acknowledgement;
import vn.takedown.model.event.CaseEvent;
import vn.takedown.model.event.Heartbeat;
import vn.takedown.model.event.Observation;
import vn.takedown.model.event.RequestIssued;
import vn.takedown.model.event.TakedownEvent;
import vn.takedown.model.oracle.World;
import vn.takedown.model.reference.ReferenceBook;

/** What the case machine tells of a world, in the order of time. */
final class CaseStory implements Arrivals<TakedownEvent> {

    private static final long REFRESH = 3_600_000;

    private final List<CaseSituation> situations = new ArrayList<>();
    private final List<ProviderSignal> signals = new ArrayList<>();
    private long cutOff = Long.MIN_VALUE;

    static CaseStory of(World world) {
        CaseStory story = new CaseStory();
        ReferenceBook book = new ReferenceBook();
        world.providers().forEach(book::put);
        world.policies().forEach(book::put);
        story.follow(world, book);
        return story;
    }

    List<CaseSituation> situations() {
        return situations;
    }

    List<ProviderSignal> signals() {
        return signals;
    }

    long cutOff() {
        return cutOff;
    }

    private void follow(World world, ReferenceBook book) {
        Set<String> seen = new HashSet<>();
        Map<String, TakedownEvent> firstIssued = new HashMap<>();
        List<TakedownEvent> once = new ArrayList<>();
        for (TakedownEvent event : world.events()) {
            cutOff = Math.max(cutOff, event.occurredAt());
            if (!(event instanceof Heartbeat) && seen.add(topic(event) + event.eventId())) {
                once.add(event);
            }
            if (event instanceof RequestIssued issued) {
                firstIssued.merge(
                        issued.caseId(),
                        event,
                        (one, other) ->
                                EventOrder.COMPARATOR.compare(one, other) <= 0 ? one : other);
            }
        }
        Map<String, List<TakedownEvent>> targets = new LinkedHashMap<>();
        for (TakedownEvent event : once) {
            if (!(event instanceof RequestIssued issued)
                    || firstIssued.get(issued.caseId()) == event) {
                targets.computeIfAbsent(target(event), key -> new ArrayList<>()).add(event);
            }
        }
        targets.forEach((key, events) -> follow(key.substring(0, key.indexOf('|')), events, book));
    }

    private void follow(String providerId, List<TakedownEvent> events, ReferenceBook book) {
        TargetMachine machine =
                new TargetMachine(
                        book,
                        REFRESH,
                        change -> {
                            situations.add(CaseSituation.of(change, providerId, null));
                            ProviderSignal signal = ProviderSignal.of(change, providerId, null);
                            if (signal != null) {
                                signals.add(signal);
                            }
                        });
        events.sort(EventOrder.COMPARATOR);
        machine.advance(new TargetState(), events, this, cutOff);
    }

    private static String topic(TakedownEvent event) {
        if (event instanceof Observation) {
            return "observations:";
        }
        return event instanceof Acknowledgement ? "acknowledgements:" : "requests:";
    }

    private static String target(TakedownEvent event) {
        if (event instanceof Observation observation) {
            return observation.providerId() + "|" + observation.targetKey();
        }
        CaseEvent caseEvent = (CaseEvent) event;
        return caseEvent.providerId() + "|" + caseEvent.targetKey();
    }

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
        // Only what the machine publishes is wanted.
    }
}
