package vn.takedown.model.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import vn.takedown.model.cases.Application;
import vn.takedown.model.cases.Arrivals;
import vn.takedown.model.cases.CaseChange;
import vn.takedown.model.cases.CaseFigures;
import vn.takedown.model.cases.CaseSnapshot;
import vn.takedown.model.cases.CaseState;
import vn.takedown.model.cases.Cause;
import vn.takedown.model.cases.DeadlineAccount;
import vn.takedown.model.cases.ObservationReading;
import vn.takedown.model.cases.TargetMachine;
import vn.takedown.model.cases.TargetState;
import vn.takedown.model.event.CaseEvent;
import vn.takedown.model.event.Observation;
import vn.takedown.model.event.RequestIssued;
import vn.takedown.model.event.TakedownEvent;
import vn.takedown.model.reference.Provider;
import vn.takedown.model.reference.ReferenceBook;

/**
 * Lets the case machine run over the events of one case and writes down what each of them did. The
 * machine is the production one; what an event changed is the difference between the facts before
 * and after it.
 */
public final class CaseExplainer {

    /** No refreshes between the events: they are no changes of substance. */
    private static final long NEVER_REFRESH = Long.MAX_VALUE / 4;

    private final ReferenceBook reference;
    private final BiConsumer<RequestIssued, CaseChange> published;

    /**
     * @param published is told of every document of the case, as the job's sinks are, with the
     *     event that opened it
     */
    public CaseExplainer(ReferenceBook reference, BiConsumer<RequestIssued, CaseChange> published) {
        this.reference = reference;
        this.published = published;
    }

    /**
     * Explains one case.
     *
     * @param received the case's events and the observations of its target, in order of arrival
     *     within each topic; events of other cases are passed over
     * @param cutOff {@code T}, milliseconds since the epoch
     * @return empty when the case has not been issued at {@code T}
     */
    public Optional<Explanation> explain(String caseId, List<ReceivedEvent> received, long cutOff) {
        return CaseEvents.of(caseId, received, cutOff).map(events -> new Run(events, cutOff).end());
    }

    /** An event that the machine has applied. */
    private record Applied(
            TakedownEvent event, EventFate fate, List<Effect> effects, FigureChange change) {}

    private final class Run {
        private final CaseEvents events;
        private final long cutOff;
        private final TargetState target = new TargetState();
        private final List<Object> steps = new ArrayList<>();
        private final FactProofs proofs = new FactProofs();
        private CaseSnapshot known;
        private FigureChange change;

        Run(CaseEvents events, long cutOff) {
            this.events = events;
            this.cutOff = cutOff;
        }

        Explanation end() {
            TargetMachine machine = new TargetMachine(reference, NEVER_REFRESH, this::changed);
            machine.advance(target, events.reaching(), Arrivals.inTime(this::applied), cutOff);
            machine.flush(target, cutOff);
            CaseState facts = facts();
            CaseFigures figures = CaseFigures.of(facts, cutOff);
            List<HistoryLine> history = history(facts);
            return new Explanation(
                    events.issued(),
                    facts.terms(),
                    DeadlineAccount.of(facts),
                    history,
                    figures,
                    proofs.of(history, figures),
                    cutOff,
                    events.later());
        }

        private CaseState facts() {
            return target.cases().isEmpty() ? null : target.cases().get(0);
        }

        private void changed(CaseChange document) {
            published.accept(events.issued(), document);
            if (document.cause() == Cause.REFRESH) {
                return;
            }
            FigureChange shown = new FigureChange(document.before(), document.after());
            if (document.cause() == Cause.DEADLINE_PASSED) {
                steps.add(new HistoryLine.DeadlinePassed(document.at(), shown));
            } else {
                change = shown;
            }
        }

        private void applied(TakedownEvent event, Application application) {
            CaseState facts = facts();
            List<Effect> effects = List.of();
            if (facts != null) {
                CaseSnapshot now = CaseSnapshot.of(facts, event.occurredAt());
                effects = Effects.between(known, now, event, facts.terms());
                proofs.note(event, known, now);
                known = now;
            }
            steps.add(new Applied(event, fate(application), effects, change));
            change = null;
        }

        private List<HistoryLine> history(CaseState facts) {
            Provider provider = reference.provider(events.issued().providerId());
            Set<Long> networks = provider == null ? Set.of() : provider.asns();
            List<HistoryLine> lines = new ArrayList<>();
            for (Object step : steps) {
                lines.add(
                        step instanceof Applied applied
                                ? line(applied, facts, networks)
                                : (HistoryLine) step);
            }
            lines.addAll(events.stopped());
            // Stable: what was applied keeps the order in which it was.
            lines.sort(Comparator.comparingLong(HistoryLine::at));
            return lines;
        }

        private HistoryLine line(Applied applied, CaseState facts, Set<Long> networks) {
            if (applied.event() instanceof Observation observation) {
                Long start = CaseFigures.of(facts, cutOff).start();
                return new HistoryLine.Look(
                        observation,
                        applied.fate(),
                        ObservationReading.of(facts, observation, networks),
                        start != null && observation.occurredAt() < start,
                        applied.effects(),
                        applied.change());
            }
            return new HistoryLine.CaseStep(
                    (CaseEvent) applied.event(),
                    applied.fate(),
                    applied.effects(),
                    applied.change());
        }
    }

    private static EventFate fate(Application application) {
        return switch (application) {
            case APPLIED -> EventFate.APPLIED;
            // Events of another target do not come here, so the case is not there yet.
            case IGNORED_NO_SUCH_CASE -> EventFate.BEFORE_ISSUED;
            case IGNORED_SECOND_ISSUED -> EventFate.SECOND_ISSUED;
            case TOO_LATE -> throw new IllegalStateException("This machine retires no case.");
        };
    }
}
