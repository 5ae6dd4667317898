package vn.takedown.stack.acceptance;

import java.time.Duration;
import java.util.List;

/**
 * The legal clocks of a run, in hundredths of its span: 10 to remove, 4 to acknowledge, warnings at
 * 5 and 8, a claim is tolerated for 1, the second notice comes 6 after the deadline; a removal is
 * confirmed by two vantages over 1.
 */
record Policies(long unit) {

    static final double DEADLINE = 10;
    static final double ACKNOWLEDGE = 4;
    static final double HALF = 5;
    static final double MOST = 8;
    static final double SECOND_NOTICE = 16;

    /** Cases of this category are only there to be looked at: they are never due. */
    static final String WATCHED_ONLY = "OTHER";

    static final String CATEGORY = "CSAM";

    List<String> json() {
        return List.of(
                policy("watched-only", 30, "\"categories\":[\"OTHER\"]", lasting(1000), "[]"),
                policy(
                        "strict",
                        20,
                        "\"provider_types\":[\"GAME\"]",
                        terms(),
                        """
                        [{"count":2,"window":"%s","level":1},{"count":3,"window":"%s","level":2}]"""
                                .formatted(iso(30), iso(20))),
                policy("usual", 10, "", terms(), "[]"));
    }

    private static String policy(
            String id, int priority, String match, String terms, String strikes) {
        return """
               {"policy_id":"%s","version":1,"effective_from":"2000-01-01T00:00:00.000Z",\
               "legal_basis":"none: a test","priority":%d,"match":{%s},%s,"strikes":%s}"""
                .formatted(id, priority, match, terms, strikes);
    }

    private String terms() {
        return """
               %s,"ack_within":"%s","warn_at":[0.5,0.8],\
               "confirm":{"consecutive":2,"vantages":2,"hold":"%s"},"claim_tolerance":"%s",\
               "second_notice_after":"%s\""""
                .formatted(lasting(DEADLINE), iso(ACKNOWLEDGE), iso(1), iso(1), iso(6));
    }

    private String lasting(double units) {
        return "\"clock\":{\"start\":\"ISSUED\",\"duration\":\"%s\"}".formatted(iso(units));
    }

    private String iso(double units) {
        return Duration.ofMillis(Math.round(units * unit)).toString();
    }
}
