package vn.takedown.report.figures;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import vn.takedown.model.cases.ExclusionReason;
import vn.takedown.model.cases.LifecycleState;
import vn.takedown.model.cases.Verdict;
import vn.takedown.model.cohort.Recidivism;

/** Reads case documents; names that come again and again are kept once. */
final class CaseReader {

    private static final int INSTANT_LENGTH = "2026-01-31T07:15:00.000Z".length();

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Long> numbers = new HashMap<>();

    /**
     * @param parser at the document's start
     * @throws IOException when a field that every case has is missing or is not what it must be
     */
    CaseRow read(JsonParser parser) throws IOException {
        texts.clear();
        numbers.clear();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (value) {
                case VALUE_STRING -> string(field, parser.getText());
                case VALUE_NUMBER_INT -> numbers.put(field, parser.getLongValue());
                case VALUE_TRUE -> numbers.put(field, 1L);
                case VALUE_FALSE -> numbers.put(field, 0L);
                case VALUE_NULL -> {}
                default -> parser.skipChildren();
            }
        }
        return new CaseRow(
                required("case_id"),
                required("request_id"),
                name("provider_id"),
                optionalName("provider_name"),
                optionalName("provider_type"),
                optionalName("jurisdiction"),
                name("action"),
                name("category"),
                name("urgency"),
                name("authority_id"),
                name("source"),
                optionalName("legal_basis"),
                name("policy_id"),
                number("policy_version"),
                number("issued_at"),
                numbers.get("delivered_at"),
                numbers.get("t0"),
                numbers.get("due_at"),
                numbers.get("acknowledged_at"),
                numbers.get("claimed_at"),
                numbers.get("withdrawn_at"),
                numbers.get("last_up_at"),
                numbers.get("first_down_at"),
                numbers.get("confirmed_down_at"),
                numbers.get("reappeared_at"),
                LifecycleState.valueOf(required("state")),
                Verdict.valueOf(required("verdict")),
                texts.get("exclusion_reason") == null
                        ? null
                        : ExclusionReason.valueOf(texts.get("exclusion_reason")),
                numbers.get("tta_ms"),
                numbers.get("ttr_low_ms"),
                numbers.get("ttr_high_ms"),
                number("false_claim") == 1,
                number("reinstatements"),
                // Not judged yet: counted with those that have no earlier case.
                texts.get("recidivism") == null
                        ? Recidivism.NONE
                        : Recidivism.valueOf(texts.get("recidivism")),
                texts.get("content_key") != null,
                numbers.getOrDefault("restated", 0L) == 1,
                numbers.get("updated_at"));
    }

    private void string(String field, String text) {
        if (field.endsWith("_at") || field.equals("t0")) {
            numbers.put(field, instant(text));
        } else {
            texts.put(field, text);
        }
    }

    private String required(String field) throws IOException {
        String text = texts.get(field);
        if (text == null) {
            throw new IOException("the case document has no " + field);
        }
        return text;
    }

    private String name(String field) throws IOException {
        return kept(required(field));
    }

    private String optionalName(String field) {
        String text = texts.get(field);
        return text == null ? null : kept(text);
    }

    private String kept(String text) {
        String known = names.putIfAbsent(text, text);
        return known == null ? text : known;
    }

    private long number(String field) throws IOException {
        Long number = numbers.get(field);
        if (number == null) {
            throw new IOException("the case document has no " + field);
        }
        return number;
    }

    /** The contract's form is read without the cost of the general parser. */
    static long instant(String text) {
        if (text.length() != INSTANT_LENGTH || text.charAt(INSTANT_LENGTH - 1) != 'Z') {
            return Instant.parse(text).toEpochMilli();
        }
        long day =
                LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10))
                        .toEpochDay();
        long hours = day * 24 + digits(text, 11, 13);
        long seconds = (hours * 60 + digits(text, 14, 16)) * 60 + digits(text, 17, 19);
        return seconds * 1000 + digits(text, 20, 23);
    }

    private static int digits(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
