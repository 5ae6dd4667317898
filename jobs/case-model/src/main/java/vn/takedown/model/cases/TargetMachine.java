package vn.takedown.model.cases;

import static vn.takedown.model.cases.Instants.NEVER;
import static vn.takedown.model.cases.Instants.known;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import vn.takedown.model.event.Acknowledgement;
import vn.takedown.model.event.CaseEvent;
import vn.takedown.model.event.Heartbeat;
import vn.takedown.model.event.Observation;
import vn.takedown.model.event.RequestIssued;
import vn.takedown.model.event.RequestUpdated;
import vn.takedown.model.event.TakedownEvent;
import vn.takedown.model.reference.Policy;
import vn.takedown.model.reference.Provider;
import vn.takedown.model.reference.ReferenceBook;

/**
 * Follows all cases of one target at one provider. Every document depends on the set of events
 * alone, as long as none comes after time has passed it.
 */
public final class TargetMachine {

    private final ReferenceBook reference;
    private final long refreshInterval;
    private final CaseListener listener;

    /**
     * @param reference read at each event, so it may change
     * @param refreshInterval milliseconds by which what every observation moves may lag
     */
    public TargetMachine(ReferenceBook reference, long refreshInterval, CaseListener listener) {
        this.reference = reference;
        this.refreshInterval = refreshInterval;
        this.listener = listener;
    }

    /**
     * Lets time pass to {@code until}: applies the events up to then in order, and between them
     * answers every alarm at its own instant, so that it makes no difference in how many steps time
     * passes. Events go before alarms of the same instant.
     *
     * @param waiting in {@link EventOrder}
     * @param applied is told what became of each event
     * @return how many of the waiting events were applied, from the first on
     */
    public <E> int advance(
            TargetState target,
            List<E> waiting,
            Function<E, TakedownEvent> event,
            long until,
            BiConsumer<E, Application> applied) {
        int count = 0;
        while (true) {
            long alarm = nextAlarm(target);
            long next =
                    count < waiting.size()
                            ? event.apply(waiting.get(count)).occurredAt()
                            : Long.MAX_VALUE;
            if (count < waiting.size() && next <= until && next <= alarm) {
                E element = waiting.get(count++);
                applied.accept(element, apply(target, event.apply(element)));
            } else if (alarm <= until) {
                elapse(target, alarm);
            } else {
                return count;
            }
        }
    }

    private Application apply(TargetState target, TakedownEvent event) {
        if (event instanceof Observation observation) {
            observe(target, observation);
            return Application.APPLIED;
        }
        if (event instanceof RequestIssued issued) {
            return issue(target, issued);
        }
        if (event instanceof CaseEvent caseEvent) {
            return update(target, caseEvent);
        }
        throw new IllegalArgumentException(
                Heartbeat.class.getSimpleName() + " is no event of a target: " + event.eventId());
    }

    private Application issue(TargetState target, RequestIssued issued) {
        if (target.find(issued.requestId(), issued.itemId()) != null) {
            return Application.IGNORED_SECOND_ISSUED;
        }
        Policy policy = reference.policyFor(issued);
        CaseState facts =
                new CaseState(
                        CaseIdentity.of(issued, policy), PolicyTerms.of(policy), new Pauses());
        target.cases.add(facts);
        if (facts.started()) {
            CaseMachine.startClock(facts, target.history);
        }
        publish(facts, null, issued.occurredAt(), Cause.ISSUED, issued.eventId());
        return Application.APPLIED;
    }

    private Application update(TargetState target, CaseEvent event) {
        CaseState facts = target.find(event.requestId(), event.itemId());
        if (facts == null) {
            return Application.IGNORED_NO_SUCH_CASE;
        }
        long at = event.occurredAt();
        CaseFigures before = shown(facts, at);
        if (event instanceof RequestUpdated updated) {
            CaseMachine.update(facts, updated, target.history);
            publish(facts, before, at, Cause.valueOf(updated.update().name()), event.eventId());
        } else if (event instanceof Acknowledgement acknowledgement) {
            CaseMachine.acknowledge(facts, acknowledgement);
            publish(facts, before, at, Cause.ACKNOWLEDGEMENT, event.eventId());
        }
        return Application.APPLIED;
    }

    private void observe(TargetState target, Observation observation) {
        Provider provider = reference.provider(observation.providerId());
        Sighting sighting = Sighting.of(observation, provider == null ? Set.of() : provider.asns());
        for (CaseState facts : target.cases) {
            if (CaseMachine.counts(facts, sighting)) {
                observe(facts, sighting, observation.eventId());
            }
        }
        target.history.add(sighting);
        if (!target.anyWaiting()) {
            target.history.thin(reference.strictestConfirmation());
        }
    }

    private void observe(CaseState facts, Sighting sighting, String eventId) {
        if (!CaseMachine.mayMatter(facts, sighting)) {
            CaseMachine.observe(facts, sighting);
            refreshLater(facts, sighting.at());
            return;
        }
        CaseFigures before = shown(facts, sighting.at());
        CaseMachine.observe(facts, sighting);
        publish(facts, before, sighting.at(), Cause.OBSERVATION, eventId);
    }

    /**
     * When time alone will change something of this target next; {@link Long#MAX_VALUE} when never.
     */
    public long nextAlarm(TargetState target) {
        long next = Long.MAX_VALUE;
        for (CaseState facts : target.cases) {
            next = earlier(next, facts.deadlineAlarm());
            next = earlier(next, facts.refreshAt);
        }
        return target.cases.isEmpty() && !target.history.isEmpty()
                ? Math.min(next, target.history.expiresAt())
                : next;
    }

    private static long earlier(long next, long alarm) {
        return known(alarm) ? Math.min(next, alarm) : next;
    }

    /** Lets time pass to {@code now}, which is the alarm that {@link #nextAlarm} gave. */
    private void elapse(TargetState target, long now) {
        for (CaseState facts : target.cases) {
            long deadline = facts.deadlineAlarm();
            if (known(deadline) && deadline <= now) {
                publish(facts, shown(facts, now), now, Cause.DEADLINE_PASSED, null);
            }
            if (known(facts.refreshAt) && facts.refreshAt <= now) {
                refresh(facts, now);
            }
        }
        target.history.expire(now);
    }

    /** Writes what is not yet shown, as of {@code now}; decides nothing that time has not. */
    public void flush(TargetState target, long now) {
        for (CaseState facts : target.cases) {
            if (known(facts.refreshAt)) {
                refresh(facts, now);
            }
        }
    }

    private CaseFigures shown(CaseState facts, long at) {
        return CaseFigures.of(facts, at).withVerdict(facts.verdict);
    }

    private void refreshLater(CaseState facts, long at) {
        if (!known(facts.refreshAt)) {
            facts.refreshAt = at + refreshInterval;
        }
    }

    private void publish(
            CaseState facts, CaseFigures before, long at, Cause cause, String eventId) {
        CaseFigures after = CaseFigures.of(facts, at);
        if (before != null && before.equalsButForObservations(after)) {
            if (!before.equals(after)) {
                refreshLater(facts, at);
            }
            return;
        }
        write(facts, before, after, at, cause, eventId);
    }

    private void refresh(CaseState facts, long now) {
        CaseFigures figures = CaseFigures.of(facts, now);
        write(facts, figures, figures, now, Cause.REFRESH, null);
    }

    private void write(
            CaseState facts,
            CaseFigures before,
            CaseFigures after,
            long at,
            Cause cause,
            String eventId) {
        facts.verdict = after.verdict();
        facts.sequence++;
        facts.refreshAt = NEVER;
        listener.changed(new CaseChange(facts, at, cause, eventId, before, after));
    }
}
