package vn.takedown.model.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import vn.takedown.model.event.TakedownEvent;
import vn.takedown.model.explanation.CaseExplainer;
import vn.takedown.model.explanation.Explanation;
import vn.takedown.model.explanation.FigureChange;
import vn.takedown.model.explanation.HistoryLine;
import vn.takedown.model.explanation.Proof;
import vn.takedown.model.explanation.Proof.Figure;
import vn.takedown.model.explanation.QuietStretches;
import vn.takedown.model.explanation.ReceivedEvent;
import vn.takedown.model.oracle.BatchOracle;
import vn.takedown.model.oracle.OracleCase;
import vn.takedown.model.oracle.OracleResult;
import vn.takedown.model.oracle.Scenarios;
import vn.takedown.model.oracle.World;
import vn.takedown.model.reference.ReferenceBook;

/** What is explained is what the machine does, on random worlds. */
class ExplanationAgreesWithMachineTest {

    private static final List<String> COMPARED =
            List.of(
                    "t0",
                    "due_at",
                    "delivered_at",
                    "acknowledged_at",
                    "claimed_at",
                    "withdrawn_at",
                    "last_up_at",
                    "first_down_at",
                    "confirmed_down_at",
                    "reappeared_at",
                    "state",
                    "verdict",
                    "exclusion_reason",
                    "tta_ms",
                    "ttr_low_ms",
                    "ttr_high_ms",
                    "false_claim",
                    "false_claim_at",
                    "geo_only",
                    "removals",
                    "reinstatements",
                    "observations");

    @Property(tries = 2_000)
    void theFinalFiguresExplainedAreTheOracles(@ForAll long seed) {
        forEachCase(
                seed,
                (expected, explanation) -> {
                    Map<String, Object> wanted = new LinkedHashMap<>();
                    COMPARED.forEach(field -> wanted.put(field, expected.get(field)));
                    assertThat(fields(explanation.figures())).isEqualTo(wanted);
                });
    }

    @Property(tries = 2_000)
    void asManyObservationsAreExplainedAsCountedAsTheCaseCounts(@ForAll long seed) {
        forEachCase(
                seed,
                (expected, explanation) -> {
                    long counted =
                            explanation.history().stream()
                                    .filter(line -> line instanceof HistoryLine.Look)
                                    .map(line -> (HistoryLine.Look) line)
                                    .filter(look -> look.reading() != null && !look.beforeStart())
                                    .filter(look -> look.reading().isCounted())
                                    .count();
                    assertThat(counted).isEqualTo(expected.get("observations"));
                });
    }

    @Property(tries = 2_000)
    void theLastVerdictOfTheHistoryIsTheFinalOne(@ForAll long seed) {
        forEachCase(
                seed,
                (expected, explanation) -> {
                    String last = null;
                    for (HistoryLine line : explanation.history()) {
                        FigureChange change = change(line);
                        if (change != null) {
                            last = change.after().verdict().name();
                        }
                    }
                    assertThat(last).isEqualTo(expected.get("verdict"));
                });
    }

    @Property(tries = 2_000)
    void everyInstantThatAccusesIsProvenByAnEventOfThatInstant(@ForAll long seed) {
        forEachCase(
                seed,
                (expected, explanation) -> {
                    assertProven(explanation, Figure.CLOCK_START, expected.get("t0"));
                    assertProven(explanation, Figure.ACKNOWLEDGED, expected.get("acknowledged_at"));
                    assertProven(explanation, Figure.CLAIMED, expected.get("claimed_at"));
                    assertProven(explanation, Figure.LAST_UP, expected.get("last_up_at"));
                    assertProven(explanation, Figure.FIRST_DOWN, expected.get("first_down_at"));
                    assertProven(
                            explanation, Figure.CONFIRMED_DOWN, expected.get("confirmed_down_at"));
                    assertProven(explanation, Figure.FALSE_CLAIM, expected.get("false_claim_at"));
                    assertProven(explanation, Figure.REAPPEARED, expected.get("reappeared_at"));
                    if ("BREACH".equals(expected.get("verdict"))) {
                        assertThat(explanation.proofs())
                                .extracting(Proof::figure)
                                .contains(Figure.BREACH);
                    }
                });
    }

    @Property(tries = 500)
    void summingUpLosesNoObservation(@ForAll long seed) {
        forEachCase(
                seed,
                (expected, explanation) ->
                        assertThat(looks(QuietStretches.folded(explanation.history())))
                                .isEqualTo(looks(explanation.history())));
    }

    @Property(tries = 500)
    void theDeadlineIsTheSumOfItsParts(@ForAll long seed) {
        forEachCase(
                seed,
                (expected, explanation) -> {
                    DeadlineAccount deadline = explanation.deadline();
                    if (deadline == null || deadline.dueAt() == null) {
                        assertThat(expected.get("due_at")).isNull();
                        return;
                    }
                    long sum = deadline.start() + deadline.duration();
                    for (DeadlineAccount.Stop stop : deadline.stops()) {
                        sum += stop.added();
                    }
                    assertThat(sum).isEqualTo(expected.get("due_at"));
                });
    }

    private static void assertProven(Explanation explanation, Figure figure, Object instant) {
        List<Long> proven =
                explanation.proofs().stream()
                        .filter(proof -> proof.figure() == figure)
                        .map(Proof::at)
                        .toList();
        if (instant == null) {
            assertThat(proven).as("%s", figure).isEmpty();
        } else {
            assertThat(proven).as("%s", figure).containsExactly((Long) instant);
        }
    }

    private static long looks(List<HistoryLine> history) {
        long count = 0;
        for (HistoryLine line : history) {
            if (line instanceof HistoryLine.Look) {
                count++;
            } else if (line instanceof HistoryLine.QuietStretch stretch) {
                count += stretch.readings().values().stream().mapToInt(Integer::intValue).sum();
                count += stretch.fates().values().stream().mapToInt(Integer::intValue).sum();
            }
        }
        return count;
    }

    private static FigureChange change(HistoryLine line) {
        if (line instanceof HistoryLine.CaseStep step) {
            return step.change();
        }
        if (line instanceof HistoryLine.Look look) {
            return look.change();
        }
        return line instanceof HistoryLine.DeadlinePassed passed ? passed.change() : null;
    }

    @FunctionalInterface
    private interface Check {
        void on(OracleCase expected, Explanation explanation);
    }

    private static void forEachCase(long seed, Check check) {
        World world = Scenarios.world(seed);
        OracleResult result = BatchOracle.evaluate(world);
        ReferenceBook reference = new ReferenceBook();
        world.providers().forEach(reference::put);
        world.policies().forEach(reference::put);
        List<ReceivedEvent> received = new ArrayList<>();
        for (TakedownEvent event : world.events()) {
            received.add(new ReceivedEvent(event, false));
        }
        CaseExplainer explainer = new CaseExplainer(reference, (issued, change) -> {});
        for (OracleCase expected : result.cases()) {
            check.on(
                    expected,
                    explainer.explain(expected.caseId(), received, result.cutOff()).orElseThrow());
        }
    }

    private static Map<String, Object> fields(CaseFigures figures) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("t0", figures.start());
        fields.put("due_at", figures.dueAt());
        fields.put("delivered_at", figures.deliveredAt());
        fields.put("acknowledged_at", figures.acknowledgedAt());
        fields.put("claimed_at", figures.claimedAt());
        fields.put("withdrawn_at", figures.withdrawnAt());
        fields.put("last_up_at", figures.lastUpAt());
        fields.put("first_down_at", figures.firstDownAt());
        fields.put("confirmed_down_at", figures.confirmedDownAt());
        fields.put("reappeared_at", figures.reappearedAt());
        fields.put("state", figures.state().name());
        fields.put("verdict", figures.verdict().name());
        fields.put(
                "exclusion_reason",
                figures.exclusionReason() == null ? null : figures.exclusionReason().name());
        fields.put("tta_ms", figures.ackElapsed());
        fields.put("ttr_low_ms", figures.removalLow());
        fields.put("ttr_high_ms", figures.removalHigh());
        fields.put("false_claim", figures.falseClaim());
        fields.put("false_claim_at", figures.falseClaimAt());
        fields.put("geo_only", figures.geoOnly());
        fields.put("removals", (long) figures.removals());
        fields.put("reinstatements", (long) figures.reinstatements());
        fields.put("observations", (long) figures.observations());
        return fields;
    }
}
