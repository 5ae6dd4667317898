package vn.takedown.stack.explain;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/** The published transition log of a case. */
final class LogText {

    private final Wording wording;
    private final Page page;

    LogText(Wording wording, Page page) {
        this.wording = wording;
        this.page = page;
    }

    void write(List<JsonNode> transitions) {
        page.heading(wording.say("log.heading"));
        page.line(2, wording.say("log.quiet"));
        transitions.forEach(this::transition);
    }

    void transition(JsonNode transition) {
        long at = Instant.parse(transition.path("at").asText()).toEpochMilli();
        String event = transition.path("event_id").asText(null);
        String cause = transition.path("cause").asText();
        page.step(
                wording.instant(at)
                        + " "
                        + (event == null
                                ? wording.say("log.time", cause)
                                : wording.say("log.event", cause, event)));
        if (Agreement.isRestated(transition)) {
            page.item(6, wording.say("log.restated"));
        }
        moved(
                "history.state",
                name("state", transition.path("state_before")),
                name("state", transition.path("state_after")));
        verdict(transition);
        for (JsonNode change : transition.path("changes")) {
            page.item(
                    6,
                    wording.say(
                            "log.change",
                            change.path("field").asText(),
                            text(change.path("before")),
                            text(change.path("after"))));
        }
    }

    private void verdict(JsonNode transition) {
        String after = transition.path("verdict_after").asText();
        String exclusion = transition.path("exclusion_reason").asText(null);
        String before = transition.path("verdict_before").asText(null);
        String now = VerdictText.of(wording, after, exclusion);
        String rule = VerdictText.rule(wording, after, exclusion);
        if (before == null) {
            page.item(6, wording.say("history.verdict.new", now, rule));
        } else if (!before.equals(after)) {
            page.item(
                    6, wording.say("history.verdict", wording.name("verdict", before), now, rule));
        }
    }

    private void moved(String key, String before, String after) {
        if (before == null) {
            page.item(6, wording.say(key + ".new", after));
        } else if (!before.equals(after)) {
            page.item(6, wording.say(key, before, after));
        }
    }

    private String name(String kind, JsonNode value) {
        return value.isNull() || value.isMissingNode() ? null : wording.name(kind, value.asText());
    }

    private String text(JsonNode value) {
        return value.isNull() || value.isMissingNode() ? wording.say("none") : value.asText();
    }
}
