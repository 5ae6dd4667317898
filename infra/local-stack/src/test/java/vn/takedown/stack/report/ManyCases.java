package vn.takedown.stack.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;

/**
 * Case documents of one year as the job writes them, with 200 providers of very unequal size, nine
 * in ten removed after times that are distributed lognormally. The same number always gives the
 * same document.
 */
final class ManyCases {

    static final int PROVIDERS = 200;

    private static final long MINUTE = 60_000;
    private static final long DAY = 1440 * MINUTE;
    private static final long START = Instant.parse("2025-12-31T17:00:00Z").toEpochMilli();
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final String[] CATEGORIES = {"CSAM", "GROOMING", "HARMFUL_TO_CHILDREN", "OTHER"};
    private static final String[] SOURCES = {"HOTLINE_111", "AUTHORITY", "TRUSTED_FLAGGER", "USER"};

    private final StringBuilder text = new StringBuilder(1500);
    private Random random = new Random();

    /** The document as one line of JSON. */
    String line(int number) {
        random = new Random(number * 0x9E3779B97F4A7C15L);
        int provider = (int) (PROVIDERS * Math.pow(random.nextDouble(), 2));
        long issuedAt = START + (long) (random.nextDouble() * 364 * DAY);
        long removal = (long) (Math.exp(random.nextGaussian() * 1.5) * 8 * 60 * MINUTE);
        boolean down = random.nextInt(10) > 0;
        text.setLength(0);
        text("{\"case_id\":\"request-", number / 5, "/", number, "\"");
        text(",\"request_id\":\"request-", number / 5, "\",\"item_id\":\"", number, "\"");
        field("provider_id", "provider-" + provider);
        field("provider_name", "Provider " + provider);
        field("provider_type", provider % 3 == 0 ? "SOCIAL" : "HOSTING");
        field("jurisdiction", provider % 2 == 0 ? "DOMESTIC" : "CROSS_BORDER");
        field("action", "REMOVE");
        field("category", CATEGORIES[random.nextInt(CATEGORIES.length)]);
        field("urgency", "STANDARD");
        field("authority_id", "authority-" + number % 12);
        field("source", SOURCES[random.nextInt(SOURCES.length)]);
        field("legal_basis", "law");
        field("target_key", key(number));
        field("content_key", key(number / 3));
        field("policy_id", "policy");
        instant("issued_at", issuedAt);
        instant("t0", issuedAt);
        instant("due_at", issuedAt + DAY);
        instant("acknowledged_at", issuedAt + removal / 2);
        instant("last_up_at", issuedAt + removal / 3);
        if (down) {
            instant("first_down_at", issuedAt + removal);
            instant("confirmed_down_at", issuedAt + removal + MINUTE);
            text(",\"ttr_high_ms\":", removal);
        }
        field("state", down ? "REMOVED" : "ACKNOWLEDGED");
        field("verdict", !down ? "OVERDUE" : removal <= DAY ? "ON_TIME" : "BREACH");
        text(",\"policy_version\":1,\"tta_ms\":", removal / 2, ",\"ttr_low_ms\":", removal / 3);
        text(",\"false_claim\":false,\"geo_only\":false,\"removals\":", down ? 1 : 0);
        text(",\"reinstatements\":0,\"recidivism\":\"NONE\",\"prior_cases\":0");
        text(",\"observations\":9,\"restated\":false,\"sequence\":5");
        field("updated_at", "2027-01-15T00:00:00.000Z");
        return text.append('}').toString();
    }

    /** How one provider was watched in one hour of the year. */
    static String hour(int provider, int hour) {
        int open = 1 + (provider * 31 + hour) % 50;
        int observed = hour % 97 == 0 ? 0 : open - hour % 13 % open;
        return """
                {"hour":"%s","provider_id":"provider-%d","open_cases":%d,"observed_cases":%d,\
                "coverage":%s,"observations":%d,"updated_at":"2027-01-15T00:00:00.000Z"}"""
                .formatted(
                        INSTANT.format(Instant.ofEpochMilli(START + hour * 60 * MINUTE)),
                        provider,
                        open,
                        observed,
                        (double) observed / open,
                        observed * 3);
    }

    private void text(Object... parts) {
        for (Object part : parts) {
            text.append(part);
        }
    }

    private void field(String name, String value) {
        text(",\"", name, "\":\"", value, "\"");
    }

    private void instant(String name, long millis) {
        text(",\"", name, "\":\"");
        INSTANT.formatTo(Instant.ofEpochMilli(millis), text);
        text("\"");
    }

    private static String key(int number) {
        return String.format("%016x", number * 0x9E3779B97F4A7C15L).repeat(4);
    }
}
