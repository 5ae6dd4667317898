package vn.takedown.stack.explain;

import java.util.ArrayList;
import java.util.List;
import vn.takedown.model.event.Acknowledgement;
import vn.takedown.model.event.CaseEvent;
import vn.takedown.model.event.ControlStatus;
import vn.takedown.model.event.Observation;
import vn.takedown.model.event.RequestUpdated;
import vn.takedown.model.explanation.Effect;
import vn.takedown.model.explanation.EventFate;
import vn.takedown.model.explanation.Explanation;
import vn.takedown.model.explanation.FigureChange;
import vn.takedown.model.explanation.HistoryLine;
import vn.takedown.model.explanation.HistoryLine.CaseStep;
import vn.takedown.model.explanation.HistoryLine.DeadlinePassed;
import vn.takedown.model.explanation.HistoryLine.Look;
import vn.takedown.model.explanation.HistoryLine.QuietStretch;
import vn.takedown.model.explanation.QuietStretches;

/** Every event and deadline of a case, in order. */
final class HistoryText {

    private final Wording wording;
    private final Page page;
    private final Explanation explanation;
    private final EffectText effects;

    HistoryText(Wording wording, Page page, Explanation explanation) {
        this.wording = wording;
        this.page = page;
        this.explanation = explanation;
        this.effects = new EffectText(wording, explanation);
    }

    void write(boolean all) {
        page.heading(wording.say("history.heading"));
        List<HistoryLine> history =
                all ? explanation.history() : QuietStretches.folded(explanation.history());
        for (HistoryLine line : history) {
            if (line instanceof CaseStep step) {
                step(step);
            } else if (line instanceof Look look) {
                look(look);
            } else if (line instanceof QuietStretch stretch) {
                stretch(stretch);
            } else if (line instanceof DeadlinePassed passed) {
                title(passed.at(), wording.say("history.deadline"));
                change(passed.change());
            }
        }
        if (explanation.later() > 0) {
            page.line(2, wording.say("history.later", explanation.later()));
        }
    }

    private void title(long at, String text) {
        page.step(wording.instant(at) + " " + text);
    }

    private void step(CaseStep step) {
        title(step.at(), wording.say("history.event", kind(step.event()), step.event().eventId()));
        if (reason(step.event()) != null) {
            page.item(6, wording.say("history.reason", reason(step.event())));
        }
        if (step.fate() != EventFate.APPLIED) {
            page.item(6, wording.say("fate." + step.fate()));
            return;
        }
        effects(step.effects());
        if (step.effects().isEmpty() && step.change() == null) {
            page.item(6, wording.say("history.nothing"));
        }
        change(step.change());
    }

    private String kind(CaseEvent event) {
        if (event instanceof RequestUpdated updated) {
            return wording.name("update", updated.update());
        }
        return event instanceof Acknowledgement answer
                ? wording.name("answer", answer.type())
                : wording.say("update.ISSUED");
    }

    private static String reason(CaseEvent event) {
        if (event instanceof RequestUpdated updated) {
            return updated.reason();
        }
        return event instanceof Acknowledgement answer ? answer.reason() : null;
    }

    private void look(Look look) {
        title(look.at(), seen(look.event()));
        if (look.fate() != EventFate.APPLIED) {
            page.item(6, wording.say("fate." + look.fate()));
            return;
        }
        String reading = wording.say("reading." + look.reading());
        boolean early = look.beforeStart() && look.reading().isCounted();
        page.item(6, early ? reading + " " + wording.say("reading.early") : reading);
        effects(look.effects());
        change(look.change());
    }

    private String seen(Observation look) {
        List<String> details = new ArrayList<>();
        if (look.httpStatus() != null) {
            details.add("HTTP " + look.httpStatus());
        }
        if (look.controlStatus() != ControlStatus.UNKNOWN) {
            details.add(wording.name("control", look.controlStatus()));
        }
        details.add(wording.say("history.id", look.eventId()));
        return wording.say(
                "history.look",
                wording.name("status", look.status()),
                look.vantage().id(),
                look.vantage().country(),
                look.vantage().asn(),
                String.join(", ", details));
    }

    private void stretch(QuietStretch stretch) {
        List<String> parts = new ArrayList<>();
        int sum = 0;
        for (var entry : stretch.readings().entrySet()) {
            parts.add(wording.say("stretch." + entry.getKey(), entry.getValue()));
            sum += entry.getValue();
        }
        for (var entry : stretch.fates().entrySet()) {
            parts.add(wording.say("stretch." + entry.getKey(), entry.getValue()));
            sum += entry.getValue();
        }
        page.step(
                wording.say(
                        "stretch",
                        sum,
                        wording.instant(stretch.last().at()),
                        stretch.last().event().eventId(),
                        String.join(", ", parts)));
    }

    private void effects(List<Effect> all) {
        for (Effect effect : all) {
            page.item(6, effects.of(effect));
        }
    }

    private void change(FigureChange change) {
        if (change == null) {
            return;
        }
        if (change.isStateChanged()) {
            String now = wording.name("state", change.after().state());
            page.item(
                    6,
                    change.before() == null
                            ? wording.say("history.state.new", now)
                            : wording.say(
                                    "history.state",
                                    wording.name("state", change.before().state()),
                                    now));
        }
        if (change.isVerdictChanged()) {
            String now = VerdictText.of(wording, change.after());
            String rule = VerdictText.rule(wording, change.after());
            page.item(
                    6,
                    change.before() == null
                            ? wording.say("history.verdict.new", now, rule)
                            : wording.say(
                                    "history.verdict",
                                    VerdictText.of(wording, change.before()),
                                    now,
                                    rule));
        }
    }
}
