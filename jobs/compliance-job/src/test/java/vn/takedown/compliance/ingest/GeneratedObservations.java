package vn.takedown.compliance.ingest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Observations as text: most of them plain, others with something odd in any place. */
final class GeneratedObservations {

    private static final int ODD_FIELD_OF = 10;

    private static final int ODD_VALUE_OF = 40;

    private static final String VANTAGE = "vantage";

    private record Member(String name, String value) {}

    private static final List<Member> MEMBERS =
            List.of(
                    new Member("schema_version", "1"),
                    new Member("event_id", "\"0b8c7d3e-1\""),
                    new Member("occurred_at", "\"2026-01-31T12:00:00.000Z\""),
                    new Member("provider_id", "\"p-1\""),
                    new Member("target_key", '"' + Records.KEY + '"'),
                    new Member("status", "\"DOWN_HARD\""),
                    new Member(VANTAGE, null),
                    new Member("control_status", "\"UP\""),
                    new Member("content_key", '"' + Records.OTHER_KEY + '"'),
                    new Member("http_status", "404"));

    private static final List<Member> VANTAGE_MEMBERS =
            List.of(
                    new Member("id", "\"hn-1\""),
                    new Member("country", "\"VN\""),
                    new Member("asn", "7552"));

    private static final List<Member> ODD_MEMBERS =
            List.of(
                    new Member("note", "1"),
                    new Member("", "1"),
                    new Member("event_type", "\"HEARTBEAT\""),
                    new Member("event_type", "\"UP\""),
                    new Member("st\\u0061tus", "\"UP\""),
                    new Member("Status", "\"UP\""),
                    new Member("é", "1"));

    private static final List<String> ODD_VALUES =
            List.of(
                    """
                    null nul nulll true {} [] [1] {"id":1} 1} 1, 0 00 01 1 -0 -1 +1 1.0 1. 1e0 0x1
                    NaN Infinity 999999999 0999999999 1000000000 2147483647 2147483648 4294967295
                    4294967296 18446744073709551617 " ' "" "a" "a "a/b" "a|b" "a\\tb" "a\tb" "a\\"b"
                    "\\u0041" "\\ud800" "\\ud83d\\ude42" "é" "\u00a0" "\177" "\0" "UP" "UP"x "up"
                    "UNKNOWN" "GEO_BLOCKED" "HEARTBEAT" "2026-02-29T12:00:00.000Z"
                    "2028-02-29T23:59:59.999Z" "2099-12-31T00:00:00.000Z"
                    "2100-01-01T00:00:00.000Z" "1999-12-31T23:59:59.999Z"
                    "2026-01-31T24:00:00.000Z" "2026-01-31T12:00:00.00Z"
                    "2026-01-31T12:00:00:000Z" "2026-01-31T12:00:0é.000Z"
                    """
                            .strip()
                            .split("[ \n]+"));

    private static final List<String> LONG_VALUES =
            List.of(
                    '"' + "a".repeat(64) + '"',
                    '"' + "a".repeat(65) + '"',
                    '"' + "x".repeat(64) + '"',
                    '"' + "x".repeat(128) + '"',
                    '"' + "x".repeat(129) + '"',
                    '"' + "\u00a0" + "a".repeat(62) + '"',
                    '"' + "A".repeat(64) + '"',
                    "\"a b\"");

    private static final List<String> SPACES =
            List.of(" ", "\n", "\r\n", "\t", "  ", "\f", "\u00a0");

    private GeneratedObservations() {}

    static String of(Random random) {
        String space = random.nextInt(4) == 0 ? oneOf(SPACES, random) : "";
        String text = space + object(MEMBERS, random, space);
        return random.nextInt(50) == 0
                ? text + oneOf(List.of("x", "{}", ",", "\u0000"), random)
                : text;
    }

    private static String object(List<Member> usual, Random random, String space) {
        List<Member> members = new ArrayList<>(usual);
        if (random.nextInt(2) == 0) {
            Collections.shuffle(members, random);
        }
        if (random.nextInt(ODD_FIELD_OF) == 0) {
            members.remove(random.nextInt(members.size()));
        }
        if (random.nextInt(ODD_FIELD_OF) == 0) {
            members.add(random.nextInt(members.size()), oneOf(usual, random));
        }
        if (random.nextInt(ODD_FIELD_OF) == 0) {
            members.add(random.nextInt(members.size()), oneOf(ODD_MEMBERS, random));
        }
        StringBuilder text = new StringBuilder("{");
        String comma = "";
        for (Member member : members) {
            text.append(comma).append(space).append('"').append(member.name()).append('"');
            text.append(space).append(':').append(space).append(value(member, random, space));
            text.append(space);
            comma = random.nextInt(400) == 0 ? ",," : ",";
        }
        return text.append('}').append(space).toString();
    }

    private static String value(Member member, Random random, String space) {
        if (random.nextInt(ODD_VALUE_OF) == 0) {
            List<String> values = random.nextInt(4) == 0 ? LONG_VALUES : ODD_VALUES;
            return oneOf(values, random);
        }
        return member.name().equals(VANTAGE)
                ? object(VANTAGE_MEMBERS, random, space)
                : member.value();
    }

    private static <T> T oneOf(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
