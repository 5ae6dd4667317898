package vn.takedown.model.cases;

import static vn.takedown.model.cases.Instants.NEVER;
import static vn.takedown.model.cases.Instants.known;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.takedown.model.event.Acknowledgement;
import vn.takedown.model.event.CaseEvent;
import vn.takedown.model.event.Heartbeat;
import vn.takedown.model.event.Observation;
import vn.takedown.model.event.RequestIssued;
import vn.takedown.model.event.RequestUpdated;
import vn.takedown.model.event.TakedownEvent;
import vn.takedown.model.reference.ConfirmationTerms;
import vn.takedown.model.reference.Policy;
import vn.takedown.model.reference.Provider;
import vn.takedown.model.reference.ReferenceBook;

/**
 * Follows all cases of one target at one provider. Every document depends on the set of events
 * alone: those that come after time has passed them are put into their place by {@link #restate}.
 */
public final class TargetMachine {

    private static final long DAY = Duration.ofDays(1).toMillis();

    /** No event time gets there: what is written then waits for {@link #flush}. */
    private static final long AT_END = Long.MAX_VALUE - 1;

    private final ReferenceBook reference;
    private final long refreshInterval;
    private final long reinstatementWatch;
    private final boolean writtenAtEnd;
    private final CaseListener listener;
    private final Publisher publisher = new Publisher();

    /** A machine that keeps closed cases without end. */
    public TargetMachine(ReferenceBook reference, long refreshInterval, CaseListener listener) {
        this(reference, refreshInterval, Long.MAX_VALUE, false, listener);
    }

    /**
     * @param reference read at each event, so it may change
     * @param refreshInterval milliseconds by which what every observation moves may lag
     * @param reinstatementWatch milliseconds for which a closed case is still followed, {@link
     *     Long#MAX_VALUE} for ever
     * @param writtenAtEnd whether documents are refreshed by {@link #flush} alone, so that a {@link
     *     Cause#REFRESH} before it only tells that something was observed
     */
    public TargetMachine(
            ReferenceBook reference,
            long refreshInterval,
            long reinstatementWatch,
            boolean writtenAtEnd,
            CaseListener listener) {
        this.reference = reference;
        this.refreshInterval = refreshInterval;
        this.reinstatementWatch = reinstatementWatch;
        this.writtenAtEnd = writtenAtEnd;
        this.listener = listener;
    }

    /**
     * Lets time pass to {@code until}: applies the events up to then in order, and between them
     * answers every alarm at its own instant, so that it makes no difference in how many steps time
     * passes. Events go before alarms of the same instant.
     *
     * @param waiting in {@link EventOrder}
     * @return how many of the waiting events were applied, from the first on
     */
    public <E> int advance(TargetState target, List<E> waiting, Arrivals<E> arrivals, long until) {
        int count = 0;
        while (true) {
            long alarm = nextAlarm(target, reinstatementWatch);
            long next =
                    count < waiting.size()
                            ? arrivals.event(waiting.get(count)).occurredAt()
                            : Long.MAX_VALUE;
            if (count < waiting.size() && next <= until && next <= alarm) {
                E arrival = waiting.get(count++);
                TakedownEvent event = arrivals.event(arrival);
                PastEvent past = past(event, arrivals.late(arrival));
                arrivals.applied(arrival, past, apply(target, event, past));
            } else if (alarm <= until) {
                elapse(target, alarm);
            } else {
                return count;
            }
        }
    }

    private PastEvent past(TakedownEvent event, boolean late) {
        return new PastEvent(event.occurredAt(), event.eventId(), late, content(event));
    }

    private PastEvent.Content content(TakedownEvent event) {
        if (event instanceof Observation observation) {
            Provider provider = reference.provider(observation.providerId());
            return new PastEvent.Seen(
                    Sighting.of(observation, provider == null ? Set.of() : provider.asns()));
        }
        if (event instanceof RequestIssued issued) {
            return new PastEvent.Issued(issued.requestId(), issued.itemId());
        }
        if (event instanceof RequestUpdated updated) {
            return new PastEvent.Updated(updated.requestId(), updated.itemId(), updated.update());
        }
        if (event instanceof Acknowledgement answer) {
            return new PastEvent.Answered(answer.requestId(), answer.itemId(), answer.type());
        }
        throw new IllegalArgumentException(
                Heartbeat.class.getSimpleName() + " is no event of a target: " + event.eventId());
    }

    private Application apply(TargetState target, TakedownEvent event, PastEvent past) {
        if (event instanceof CaseEvent caseEvent && target.hasRetired(caseEvent.caseId())) {
            return Application.TOO_LATE;
        }
        TargetFold fold = new TargetFold(reference.strictestConfirmation(), issued -> open(event));
        return fold.apply(target, past, publisher);
    }

    private CaseState open(TakedownEvent event) {
        RequestIssued issued = (RequestIssued) event;
        Policy policy = reference.policyFor(issued);
        return new CaseState(CaseIdentity.of(issued, policy), PolicyTerms.of(policy), new Pauses());
    }

    /** Publishes each change as it happens. */
    private final class Publisher implements CaseWatcher {

        @Override
        public void opened(CaseState facts, PastEvent by) {
            publish(facts, null, by.at(), Cause.ISSUED, by.eventId(), false);
        }

        @Override
        public void change(CaseState facts, PastEvent by, boolean slight, Runnable change) {
            if (slight) {
                change.run();
                refreshLater(facts, by.at());
                return;
            }
            CaseFigures before = shown(facts, by.at());
            change.run();
            publish(facts, before, by.at(), Cause.of(by), by.eventId(), false);
        }
    }

    /**
     * Puts an event that time has already passed into its place among those that were applied, and
     * shows what is different now (contract section 3).
     *
     * @param base the target before the first of {@code past}
     * @param past all that was applied since, in {@link PastEvent#ORDER}, ignored ones too
     * @param now how far time has come; not before the event
     */
    public Restatement restate(
            TargetState target,
            TargetState base,
            List<PastEvent> past,
            TakedownEvent event,
            long now) {
        PastEvent late = past(event, true);
        if (event instanceof CaseEvent caseEvent && target.hasRetired(caseEvent.caseId())) {
            return new Restatement(late, Application.TOO_LATE, List.of());
        }
        if (event instanceof RequestIssued issued
                && target.find(issued.requestId(), issued.itemId()) != null) {
            return new Restatement(late, Application.IGNORED_SECOND_ISSUED, List.of());
        }
        ConfirmationTerms strictest = reference.strictestConfirmation();
        TargetState known = new TargetState();
        known.cases.addAll(target.cases);
        if (event instanceof RequestIssued) {
            known.cases.add(open(event));
        }
        TargetFold fold = TargetFold.again(known, strictest);
        List<Application> before = fold.applyAll(base.copy(), past);
        List<PastEvent> complete = new ArrayList<>(past);
        int place = 0;
        while (place < past.size() && PastEvent.ORDER.compare(past.get(place), late) <= 0) {
            place++;
        }
        complete.add(place, late);
        TargetState restated = base.copy();
        List<Application> after = new ArrayList<>(fold.applyAll(restated, complete));
        Application outcome = after.remove(place);
        show(target, restated, late, now);
        return new Restatement(late, outcome, Restatement.differences(past, before, after));
    }

    /** Lets the restated facts take the place of those that were shown so far. */
    private void show(TargetState target, TargetState restated, PastEvent late, long now) {
        TargetState shown = new TargetState();
        shown.cases.addAll(target.cases);
        restated.retired = target.retired;
        restated.forgetRetired();
        restated.history.expire(now);
        target.become(restated);
        for (CaseState facts : target.cases) {
            CaseIdentity identity = facts.identity();
            CaseState earlier = shown.find(identity.requestId(), identity.itemId());
            if (earlier == null) {
                publish(facts, null, now, Cause.ISSUED, late.eventId(), true);
                continue;
            }
            facts.verdict = earlier.verdict;
            facts.sequence = earlier.sequence;
            facts.refreshAt = earlier.refreshAt;
            if (facts.restated && !earlier.restated) {
                refreshLater(facts, now);
            }
            publish(facts, shown(earlier, now), now, Cause.of(late), late.eventId(), true);
        }
    }

    /**
     * The target as it was after the given events.
     *
     * @param base the target before them; is not changed
     * @param past in {@link PastEvent#ORDER}
     */
    public TargetState advanceBase(TargetState target, TargetState base, List<PastEvent> past) {
        TargetState advanced = base.copy();
        advanced.retired = target.retired;
        advanced.forgetRetired();
        TargetFold.again(target, reference.strictestConfirmation()).applyAll(advanced, past);
        return advanced;
    }

    /**
     * When time alone will change something of this target next; {@link Long#MAX_VALUE} when never.
     *
     * @param reinstatementWatch as of the machine
     */
    public static long nextAlarm(TargetState target, long reinstatementWatch) {
        long next = Long.MAX_VALUE;
        for (CaseState facts : target.cases) {
            next = earlier(next, facts.deadlineAlarm());
            next = earlier(next, facts.refreshAt);
            next = earlier(next, retiresAt(facts, reinstatementWatch));
        }
        return target.history.isEmpty() ? next : Math.min(next, target.history.expiresAt());
    }

    private static long earlier(long next, long alarm) {
        return known(alarm) ? Math.min(next, alarm) : next;
    }

    /** Lets time pass to {@code now}, which is the alarm that {@link #nextAlarm} gave. */
    private void elapse(TargetState target, long now) {
        for (CaseState facts : target.cases) {
            long deadline = facts.deadlineAlarm();
            if (known(deadline) && deadline <= now) {
                publish(facts, shown(facts, now), now, Cause.DEADLINE_PASSED, null, false);
            }
            if (known(facts.refreshAt) && facts.refreshAt <= now) {
                refresh(facts, now);
                if (writtenAtEnd) {
                    facts.refreshAt = AT_END;
                }
            }
        }
        for (CaseState facts : target.cases()) {
            long retiresAt = retiresAt(facts, reinstatementWatch);
            if (known(retiresAt) && retiresAt <= now) {
                if (known(facts.refreshAt)) {
                    refresh(facts, now);
                }
                target.retire(facts);
            }
        }
        target.history.expire(now);
    }

    /** The watch need not end to the millisecond, and timers of equal times take less room. */
    private static long endOfDay(long instant) {
        return Math.floorDiv(instant, DAY) * DAY + DAY;
    }

    /** When the watch for a reinstatement ends. */
    private static long retiresAt(CaseState facts, long reinstatementWatch) {
        long closedSince = facts.closedSince();
        return known(closedSince) && reinstatementWatch != Long.MAX_VALUE
                ? endOfDay(closedSince + reinstatementWatch)
                : NEVER;
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
        if (!known(facts.refreshAt) || facts.refreshAt == AT_END) {
            facts.refreshAt = at + refreshInterval;
        }
    }

    private void publish(
            CaseState facts,
            CaseFigures before,
            long at,
            Cause cause,
            String eventId,
            boolean restated) {
        CaseFigures after = CaseFigures.of(facts, at);
        if (before != null && before.equalsButForObservations(after)) {
            if (!before.equals(after)) {
                refreshLater(facts, at);
            }
            return;
        }
        write(facts, before, after, at, cause, eventId, restated);
    }

    private void refresh(CaseState facts, long now) {
        CaseFigures figures = CaseFigures.of(facts, now);
        write(facts, figures, figures, now, Cause.REFRESH, null, false);
    }

    private void write(
            CaseState facts,
            CaseFigures before,
            CaseFigures after,
            long at,
            Cause cause,
            String eventId,
            boolean restated) {
        facts.verdict = after.verdict();
        facts.sequence++;
        facts.refreshAt = NEVER;
        listener.changed(new CaseChange(facts, at, cause, eventId, before, after, restated));
    }
}
