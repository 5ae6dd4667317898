package vn.takedown.stack.explain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What the text rests on, and whether the events and the published log agree. */
final class SourceText {

    private final Wording wording;
    private final Page page;

    SourceText(Wording wording, Page page) {
        this.wording = wording;
        this.page = page;
    }

    void write(CaseFindings findings) {
        page.heading(wording.say("source.heading"));
        Agreement agreement = findings.agreement();
        if (findings.published() == null) {
            page.line(2, wording.say("source.events"));
        } else if (agreement == null) {
            page.line(
                    2,
                    wording.say("source.log")
                            + " "
                            + wording.say("source.missing." + findings.missing()));
        } else if (agreement.restated() > 0) {
            page.line(
                    2,
                    wording.say(
                            agreement.holds() ? "source.restated.agree" : "source.restated.differ",
                            agreement.published(),
                            agreement.restated()));
        } else {
            page.line(
                    2,
                    wording.say(
                            agreement.holds() ? "source.agree" : "source.differ",
                            agreement.recomputed(),
                            agreement.published(),
                            agreement.differences().size()));
        }
        page.line(2, wording.say("source.times"));
    }

    /** The restatements of the log, and what differs from it; nothing when there is neither. */
    void writeDifferences(CaseFindings findings) {
        Agreement agreement = findings.agreement();
        if (agreement == null) {
            return;
        }
        List<JsonNode> restated =
                findings.published().transitions().stream().filter(Agreement::isRestated).toList();
        LogText log = new LogText(wording, page);
        if (!restated.isEmpty()) {
            page.heading(wording.say("restated.heading"));
            restated.forEach(log::transition);
        }
        if (!agreement.holds()) {
            page.heading(wording.say("differences.heading"));
            for (Agreement.Difference difference : agreement.differences()) {
                side("differences.published", difference.published(), log);
                side("differences.recomputed", difference.recomputed(), log);
            }
        }
    }

    private void side(String key, JsonNode transition, LogText log) {
        page.line(2, wording.say(transition == null ? key + ".none" : key));
        if (transition != null) {
            log.transition(transition);
        }
    }
}
