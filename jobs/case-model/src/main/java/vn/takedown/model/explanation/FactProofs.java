package vn.takedown.model.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import vn.takedown.model.cases.CaseFigures;
import vn.takedown.model.cases.CaseSnapshot;
import vn.takedown.model.event.Observation;
import vn.takedown.model.event.TakedownEvent;
import vn.takedown.model.explanation.Proof.Figure;

/** Finds for each instant among the figures the event that set it. */
final class FactProofs {

    private final Map<Figure, Proof> found = new EnumMap<>(Figure.class);
    private final List<Proof> stops = new ArrayList<>();
    private Proof runStart;

    /**
     * @param before null when the event opened the case
     */
    void note(TakedownEvent event, CaseSnapshot before, CaseSnapshot after) {
        if (before != null && event instanceof Observation && startsRun(event, before, after)) {
            runStart = proof(Figure.FIRST_DOWN, event);
        }
        boolean stopped = before != null && (before.paused() || before.held());
        if (stopped != (after.paused() || after.held())) {
            stops.add(proof(Figure.CLOCK_STOP, event));
        }
        note(Figure.CLOCK_START, event, before, after, CaseFigures::start);
        note(Figure.ACKNOWLEDGED, event, before, after, CaseFigures::acknowledgedAt);
        note(Figure.CLAIMED, event, before, after, CaseFigures::claimedAt);
        note(Figure.LAST_UP, event, before, after, CaseFigures::lastUpAt);
        note(Figure.CONFIRMED_DOWN, event, before, after, CaseFigures::confirmedDownAt);
        note(Figure.FALSE_CLAIM, event, before, after, CaseFigures::falseClaimAt);
        note(Figure.REAPPEARED, event, before, after, CaseFigures::reappearedAt);
        note(Figure.WITHDRAWN, event, before, after, CaseFigures::withdrawnAt);
        noteFact(Figure.BREACH, event, before, after, CaseSnapshot::breachedAt);
        noteFact(Figure.UNDELIVERABLE, event, before, after, CaseSnapshot::undeliverableAt);
        if (after.figures().firstDownAt() != null && !found.containsKey(Figure.FIRST_DOWN)) {
            if (runStart != null) {
                found.put(Figure.FIRST_DOWN, runStart);
            }
        }
    }

    private static boolean startsRun(TakedownEvent event, CaseSnapshot before, CaseSnapshot after) {
        return before.run() == null
                && after.run() != null
                && after.run().startedAt() == event.occurredAt();
    }

    private void note(
            Figure figure,
            TakedownEvent event,
            CaseSnapshot before,
            CaseSnapshot after,
            Function<CaseFigures, Long> instant) {
        noteFact(figure, event, before, after, snapshot -> instant.apply(snapshot.figures()));
    }

    private void noteFact(
            Figure figure,
            TakedownEvent event,
            CaseSnapshot before,
            CaseSnapshot after,
            Function<CaseSnapshot, Long> fact) {
        Long earlier = before == null ? null : fact.apply(before);
        Long now = fact.apply(after);
        if (now == null) {
            found.remove(figure);
        } else if (!Objects.equals(earlier, now) && now == event.occurredAt()) {
            found.put(figure, proof(figure, event));
        }
    }

    /**
     * The proofs, in the order of {@link Figure}. What was seen before the clock started is looked
     * up in the history, because the machine took it in at once.
     */
    List<Proof> of(List<HistoryLine> history, CaseFigures figures) {
        lookUp(Figure.LAST_UP, history, figures.lastUpAt(), true);
        lookUp(Figure.FIRST_DOWN, history, figures.firstDownAt(), false);
        lookUp(Figure.CONFIRMED_DOWN, history, figures.confirmedDownAt(), false);
        lookUp(Figure.FALSE_CLAIM, history, figures.falseClaimAt(), true);
        lookUp(Figure.REAPPEARED, history, figures.reappearedAt(), true);
        if (figures.start() != null) {
            downAtStart(history);
        }
        List<Proof> proofs = new ArrayList<>(found.values());
        proofs.addAll(stops);
        // Stable: the stops keep their order.
        proofs.sort(Comparator.comparing(Proof::figure));
        return proofs;
    }

    /** The latest observation before {@code t0}, when it is down. */
    private void downAtStart(List<HistoryLine> history) {
        for (HistoryLine line : history) {
            if (line instanceof HistoryLine.Look look
                    && look.beforeStart()
                    && look.reading() != null
                    && look.reading().isCounted()) {
                found.remove(Figure.DOWN_BEFORE_START);
                if (!look.reading().isUp()) {
                    found.put(
                            Figure.DOWN_BEFORE_START,
                            proof(Figure.DOWN_BEFORE_START, look.event()));
                }
            }
        }
    }

    private void lookUp(Figure figure, List<HistoryLine> history, Long at, boolean up) {
        if (at == null || (found.containsKey(figure) && found.get(figure).at() == at)) {
            return;
        }
        for (HistoryLine line : history) {
            if (line instanceof HistoryLine.Look look
                    && look.at() == at
                    && look.reading() != null
                    && look.reading().isCounted()
                    && look.reading().isUp() == up) {
                found.put(figure, proof(figure, look.event()));
            }
        }
    }

    private static Proof proof(Figure figure, TakedownEvent event) {
        return new Proof(figure, event.eventId(), event.occurredAt());
    }
}
