package vn.takedown.report;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Plain case documents for tests. */
final class CaseFields {

    /** After every case made here, and 30 days more. */
    static final long CUT_OFF = Instant.parse("2030-03-01T00:00:00Z").toEpochMilli();

    private static final long DAY = 24L * 60 * 60 * 1000;
    private static final long MINUTE = 60_000;

    private CaseFields() {}

    /** One of many cases of 2026 at twelve providers, a fifth of which are still up. */
    static Map<String, Object> ofTwelveProviders(int number) {
        Map<String, Object> fields =
                of(
                        number,
                        2026,
                        number % 3 == 0 ? "DOMESTIC" : "CROSS_BORDER",
                        number % 5 == 0 ? -1 : number * 900_000L);
        fields.put("provider_id", "p" + number % 12);
        fields.put("provider_name", "Nhà cung cấp Đẵng " + number % 12);
        return fields;
    }

    /**
     * A case with a clock of one day.
     *
     * @param removal milliseconds until it was down; negative when it is still up
     */
    static Map<String, Object> of(int number, int year, String jurisdiction, long removal) {
        long issuedAt =
                Instant.parse(year + "-03-01T00:00:00Z").toEpochMilli() + number % 100_000 * MINUTE;
        boolean down = removal >= 0;
        Map<String, Object> fields = new HashMap<>();
        fields.put("case_id", "r" + number / 2 + "/" + number);
        fields.put("request_id", "r" + number / 2);
        fields.put("item_id", Integer.toString(number));
        fields.put("provider_id", "p-" + jurisdiction.toLowerCase(Locale.ROOT));
        fields.put("provider_name", "Provider " + jurisdiction);
        fields.put("provider_type", "HOSTING");
        fields.put("jurisdiction", jurisdiction);
        fields.put("action", "REMOVE");
        fields.put("category", "CSAM");
        fields.put("urgency", "STANDARD");
        fields.put("authority_id", "authority");
        fields.put("source", "HOTLINE_111");
        fields.put("legal_basis", "law");
        fields.put("policy_id", "policy");
        fields.put("policy_version", 1L);
        fields.put("issued_at", issuedAt);
        fields.put("t0", issuedAt);
        fields.put("due_at", issuedAt + DAY);
        fields.put("state", down ? "REMOVED" : "ISSUED");
        fields.put("verdict", !down ? "OVERDUE" : removal <= DAY ? "ON_TIME" : "BREACH");
        fields.put("ttr_low_ms", 0L);
        fields.put("false_claim", false);
        fields.put("geo_only", false);
        fields.put("removals", down ? 1L : 0L);
        fields.put("reinstatements", 0L);
        fields.put("recidivism", "NONE");
        fields.put("prior_cases", 0L);
        fields.put("observations", 3L);
        if (down) {
            fields.put("first_down_at", issuedAt + removal);
            fields.put("confirmed_down_at", issuedAt + removal);
            fields.put("ttr_high_ms", removal);
        }
        return fields;
    }
}
