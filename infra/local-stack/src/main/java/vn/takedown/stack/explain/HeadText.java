package vn.takedown.stack.explain;

import com.fasterxml.jackson.databind.JsonNode;
import vn.takedown.model.cases.PolicyTerms;

/** Which case it is, under which clock, and how it stands. */
final class HeadText {

    private static final int COLUMN = 22;

    private final Wording wording;
    private final Page page;

    HeadText(Wording wording, Page page) {
        this.wording = wording;
        this.page = page;
    }

    /**
     * @param document the case document
     * @param terms null when they are not known
     */
    void write(JsonNode document, PolicyTerms terms, long cutOff) {
        entry("provider", provider(document));
        entry(
                "request",
                wording.say(
                        "head.request.value",
                        name("action", document.path("action")),
                        name("category", document.path("category")),
                        name("urgency", document.path("urgency")),
                        document.path("authority_id").asText(),
                        name("source", document.path("source"))));
        entry(
                "basis",
                document.path("legal_basis").isNull()
                        ? wording.say("none")
                        : document.path("legal_basis").asText());
        entry(
                "policy",
                wording.say(
                        "head.policy.value",
                        document.path("policy_id").asText(),
                        document.path("policy_version").asText()));
        if (terms != null) {
            entry(
                    "clock",
                    wording.say(
                            "head.clock." + terms.clockStart(),
                            wording.duration(terms.duration())));
            entry(
                    "confirmation",
                    wording.say(
                            "head.confirmation.value",
                            terms.confirmation().consecutive(),
                            terms.confirmation().vantages(),
                            wording.duration(terms.confirmation().hold())));
            entry(
                    "tolerance",
                    wording.say("head.tolerance.value", wording.duration(terms.claimTolerance())));
        }
        entry("cutoff", wording.instant(cutOff));
        entry("state", name("state", document.path("state")));
        String verdict = document.path("verdict").asText();
        String exclusion = document.path("exclusion_reason").asText(null);
        entry(
                "verdict",
                wording.say(
                        "head.verdict.value",
                        VerdictText.of(wording, verdict, exclusion),
                        VerdictText.rule(wording, verdict, exclusion)));
    }

    private String provider(JsonNode document) {
        String id = document.path("provider_id").asText();
        return document.path("provider_name").isNull()
                ? wording.say("head.provider.unknown", id)
                : wording.say(
                        "head.provider.value",
                        document.path("provider_name").asText(),
                        id,
                        name("type", document.path("provider_type")),
                        name("jurisdiction", document.path("jurisdiction")));
    }

    private String name(String kind, JsonNode value) {
        return wording.name(kind, value.asText());
    }

    private void entry(String name, String value) {
        page.entry(wording.say("head." + name), COLUMN, value);
    }
}
