package vn.takedown.stack.explain;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** The figures of the case document, each with what the contract says it means. */
final class FiguresText {

    private final Wording wording;
    private final Page page;

    FiguresText(Wording wording, Page page) {
        this.wording = wording;
        this.page = page;
    }

    void write(JsonNode document) {
        page.heading(wording.say("figures.heading"));
        String verdict = document.path("verdict").asText();
        String exclusion = document.path("exclusion_reason").asText(null);
        item("verdict", VerdictText.of(wording, verdict, exclusion));
        page.line(4, VerdictText.rule(wording, verdict, exclusion));
        instant(document, "due_at");
        acknowledgement(document);
        removal(document);
        claim(document);
        reappearance(document);
        if (document.path("geo_only").asBoolean()) {
            item("geo_only");
        }
        item("observations", document.path("observations").asText());
        recidivism(document);
        if (document.path("restated").asBoolean()) {
            item("restated");
        }
    }

    private void acknowledgement(JsonNode document) {
        if (isAbsent(document, "acknowledged_at")) {
            item("acknowledged_at.none");
            return;
        }
        instant(document, "acknowledged_at");
        if (!isAbsent(document, "tta_ms")) {
            item("tta_ms", duration(document, "tta_ms"), document.path("tta_ms").asText());
        }
    }

    private void removal(JsonNode document) {
        if (isAbsent(document, "last_up_at")) {
            item("last_up_at.none");
        } else {
            instant(document, "last_up_at");
        }
        if (isAbsent(document, "first_down_at")) {
            item("first_down_at.none");
            if (!isAbsent(document, "ttr_low_ms") && !isAbsent(document, "last_up_at")) {
                item(
                        "ttr_low_ms",
                        duration(document, "ttr_low_ms"),
                        document.path("ttr_low_ms").asText());
            }
            return;
        }
        instant(document, "first_down_at");
        instant(document, "confirmed_down_at");
        if (!isAbsent(document, "ttr_high_ms")) {
            item(
                    "ttr",
                    duration(document, "ttr_low_ms"),
                    duration(document, "ttr_high_ms"),
                    document.path("ttr_low_ms").asText(),
                    document.path("ttr_high_ms").asText());
        }
    }

    private void claim(JsonNode document) {
        if (isAbsent(document, "claimed_at")) {
            return;
        }
        instant(document, "claimed_at");
        if (document.path("false_claim").asBoolean()) {
            instant(document, "false_claim_at");
        } else {
            item("false_claim.none");
        }
    }

    private void reappearance(JsonNode document) {
        if (document.path("removals").asInt() > 0) {
            item(
                    "removals",
                    document.path("removals").asText(),
                    document.path("reinstatements").asText());
        }
        if (!isAbsent(document, "reappeared_at")) {
            instant(document, "reappeared_at");
        }
    }

    private void recidivism(JsonNode document) {
        if (isAbsent(document, "recidivism")) {
            item("recidivism.unknown");
        } else {
            item(
                    "recidivism." + document.path("recidivism").asText(),
                    document.path("prior_cases").asText());
        }
    }

    private static boolean isAbsent(JsonNode document, String field) {
        return document.path(field).isNull() || document.path(field).isMissingNode();
    }

    private void instant(JsonNode document, String field) {
        if (isAbsent(document, field)) {
            item(field + ".none");
        } else {
            long at = Instant.parse(document.path(field).asText()).toEpochMilli();
            item(field, wording.instant(at));
        }
    }

    private String duration(JsonNode document, String field) {
        return wording.duration(document.path(field).asLong());
    }

    private void item(String key, Object... values) {
        page.item(2, wording.say("figure." + key, values));
    }
}
