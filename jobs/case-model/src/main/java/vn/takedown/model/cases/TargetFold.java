package vn.takedown.model.cases;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import vn.takedown.model.cases.PastEvent.Answered;
import vn.takedown.model.cases.PastEvent.Issued;
import vn.takedown.model.cases.PastEvent.Seen;
import vn.takedown.model.cases.PastEvent.Updated;
import vn.takedown.model.coverage.CoverageCounter;
import vn.takedown.model.reference.ConfirmationTerms;

/**
 * How one event changes the facts of all cases of a target. Events come in {@link PastEvent#ORDER};
 * the result depends on them alone.
 */
final class TargetFold {

    private final ConfirmationTerms strictest;
    private final CaseCoverage coverage;
    private final Function<Issued, CaseState> opener;

    /**
     * @param strictest what any policy may ask for to confirm a down run
     * @param counter of the provider
     * @param opener gives the empty case that an {@code ISSUED} opens
     */
    TargetFold(
            ConfirmationTerms strictest,
            CoverageCounter counter,
            Function<Issued, CaseState> opener) {
        this.strictest = strictest;
        this.coverage = new CaseCoverage(counter);
        this.opener = opener;
    }

    /** Opens each case as it is known: with the terms it was issued under. */
    static TargetFold again(
            TargetState known, ConfirmationTerms strictest, CoverageCounter counter) {
        return new TargetFold(
                strictest,
                counter,
                issued -> {
                    CaseState facts = known.find(issued.requestId(), issued.itemId());
                    if (facts == null) {
                        throw new IllegalStateException("An issued case is not known any more.");
                    }
                    return new CaseState(facts.identity(), facts.terms(), new Pauses());
                });
    }

    /** What became of each event, in order. */
    List<Application> applyAll(TargetState target, List<PastEvent> past) {
        return past.stream().map(event -> apply(target, event, CaseWatcher.SILENT)).toList();
    }

    Application apply(TargetState target, PastEvent past, CaseWatcher watcher) {
        if (past.content() instanceof Seen seen) {
            observe(target, past, seen.sighting(), watcher);
            return Application.APPLIED;
        }
        if (past.content() instanceof Issued issued) {
            return issue(target, past, issued, watcher);
        }
        if (past.content() instanceof Updated updated) {
            return update(
                    past,
                    target.find(updated.requestId(), updated.itemId()),
                    watcher,
                    facts -> {
                        boolean wasOpen = facts.open();
                        CaseMachine.update(facts, updated.update(), past.at(), target.history);
                        coverage.follow(facts, wasOpen, past.at(), target.history);
                    });
        }
        if (past.content() instanceof Answered answered) {
            return update(
                    past,
                    target.find(answered.requestId(), answered.itemId()),
                    watcher,
                    facts -> CaseMachine.acknowledge(facts, answered.answer(), past.at()));
        }
        throw new IllegalStateException("No rule for " + past.content());
    }

    private Application issue(
            TargetState target, PastEvent past, Issued issued, CaseWatcher watcher) {
        if (target.find(issued.requestId(), issued.itemId()) != null) {
            return Application.IGNORED_SECOND_ISSUED;
        }
        CaseState facts = opener.apply(issued);
        facts.restated = past.late();
        target.cases.add(facts);
        if (facts.started()) {
            CaseMachine.startClock(facts, target.history);
            coverage.follow(facts, false, past.at(), target.history);
        }
        watcher.opened(facts, past);
        return Application.APPLIED;
    }

    private static Application update(
            PastEvent past, CaseState facts, CaseWatcher watcher, Consumer<CaseState> change) {
        if (facts == null) {
            return Application.IGNORED_NO_SUCH_CASE;
        }
        watcher.change(
                facts,
                past,
                false,
                () -> {
                    change.accept(facts);
                    facts.restated |= past.late();
                });
        return Application.APPLIED;
    }

    private void observe(
            TargetState target, PastEvent past, Sighting sighting, CaseWatcher watcher) {
        boolean counted = false;
        for (CaseState facts : target.cases) {
            if (CaseMachine.counts(facts, sighting)) {
                boolean wasOpen = facts.open();
                watcher.change(
                        facts,
                        past,
                        !CaseMachine.mayMatter(facts, sighting),
                        () -> {
                            CaseMachine.observe(facts, sighting);
                            facts.restated |= past.late();
                        });
                counted |= coverage.observe(facts, wasOpen, sighting, target.history);
            }
        }
        if (!target.cases.isEmpty()) {
            coverage.seen(sighting, counted);
        }
        target.history.add(sighting);
        if (!target.anyWaiting()) {
            target.history.thin(strictest);
        }
    }
}
