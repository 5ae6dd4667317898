package vn.takedown.stack.replay;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Records that break the contract, each in one way, none of them holding a line break. */
final class MalformedRecords {

    private static final String KEY = "a".repeat(64);

    private static final String VALID =
            "{\"schema_version\":1,\"event_id\":\"bad\",\"occurred_at\":\"2020-07-01T00:00:00.000Z\","
                    + "\"provider_id\":\"pastebin\",\"target_key\":\""
                    + KEY
                    + "\",\"status\":\"UP\",\"vantage\":{\"id\":\"v\",\"country\":\"VN\",\"asn\":1},"
                    + "\"event_type\":\"DELIVERED\",\"request_id\":\"r\",\"item_id\":\"i\"}";

    private MalformedRecords() {}

    /** Each is malformed on the requests topic as well as on the observations topic. */
    static List<byte[]> forty() {
        List<byte[]> records = new ArrayList<>();
        List<String> texts =
                List.of(
                        VALID.substring(0, VALID.length() - 1),
                        VALID + "}",
                        VALID.replace("\"schema_version\":1,", ""),
                        VALID.replace("\"schema_version\":1", "\"schema_version\":2"),
                        VALID.replace("\"schema_version\":1", "\"schema_version\":\"1\""),
                        VALID.replace("\"schema_version\":1", "\"schema_version\":NaN"),
                        VALID.replace("\"bad\"", "\"\""),
                        VALID.replace("\"bad\"", "\"" + "e".repeat(65) + "\""),
                        VALID.replace("\"bad\"", "7"),
                        VALID.replace("\"event_id\":\"bad\",", ""),
                        VALID.replace("2020-07-01T00:00:00.000Z", "2020-07-01T00:00:00Z"),
                        VALID.replace("2020-07-01T00:00:00.000Z", "2020-02-30T00:00:00.000Z"),
                        VALID.replace("2020-07-01T00:00:00.000Z", "1969-12-31T23:59:59.999Z"),
                        VALID.replace("2020-07-01T00:00:00.000Z", "2100-01-01T00:00:00.000Z"),
                        VALID.replace("\"pastebin\"", "\"paste|bin\""),
                        VALID.replace("\"pastebin\"", "\"" + "p".repeat(129) + "\""),
                        VALID.replace(KEY, KEY.toUpperCase(java.util.Locale.ROOT)),
                        VALID.replace(KEY, "a"),
                        VALID.replace("{\"schema", "{\"event_id\":\"bad\",\"schema"),
                        "[".repeat(101) + "]".repeat(101));
        for (String text : texts) {
            records.add(text.getBytes(StandardCharsets.UTF_8));
        }
        for (int i = 0; i < 10; i++) {
            // Neither a first byte nor a continuation of UTF-8.
            byte[] bytes = VALID.getBytes(StandardCharsets.UTF_8);
            bytes[20 + i] = (byte) 0xff;
            records.add(bytes);
        }
        for (int i = 0; i < 10; i++) {
            records.add(VALID.substring(0, 10 + i).getBytes(StandardCharsets.UTF_8));
        }
        return records;
    }
}
