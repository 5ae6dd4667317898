package vn.takedown.compliance.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Valid records to start from, written as a producer would. */
final class Records {

    static final String KEY = "0123456789abcdef".repeat(4);

    static final String OTHER_KEY = "fedcba9876543210".repeat(4);

    static final long NOON = 1_769_860_800_000L;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Records() {}

    static ObjectNode issued() {
        return object(
                """
                {"schema_version":1,"event_id":"e-1","occurred_at":"2026-01-31T12:00:00.000Z",
                 "event_type":"ISSUED","request_id":"r-1","item_id":"i-1","provider_id":"p-1",
                 "target_key":"%s","action":"REMOVE","category":"CSAM","urgency":"URGENT",
                 "authority_id":"a-05","source":"HOTLINE_111","content_key":"%s",
                 "account_key":"%s","legal_basis":"Decree 147"}
                """
                        .formatted(KEY, OTHER_KEY, KEY));
    }

    static ObjectNode updated(String eventType) {
        return object(
                """
                {"schema_version":1,"event_id":"e-2","occurred_at":"2026-01-31T12:00:00.000Z",
                 "event_type":"%s","request_id":"r-1","item_id":"i-1","provider_id":"p-1",
                 "target_key":"%s","reason":"appeal"}
                """
                        .formatted(eventType, KEY));
    }

    static ObjectNode acknowledgement() {
        return updated("CLAIMED_DONE");
    }

    static ObjectNode observation() {
        return object(
                """
                {"schema_version":1,"event_id":"e-3","occurred_at":"2026-01-31T12:00:00.000Z",
                 "provider_id":"p-1","target_key":"%s","status":"DOWN_HARD",
                 "vantage":{"id":"hn-1","country":"VN","asn":7552},"control_status":"DOWN",
                 "content_key":"%s","http_status":404}
                """
                        .formatted(KEY, OTHER_KEY));
    }

    static ObjectNode provider() {
        return object(
                """
                {"provider_id":"p-1","name":"Nhà mạng Một","type":"ISP","jurisdiction":"DOMESTIC",
                 "country":"VN","asns":[7552,4294967295,0]}
                """);
    }

    static ObjectNode policy() {
        return object(
                """
                {"policy_id":"decree-147","version":2,"effective_from":"2026-01-01T00:00:00.000Z",
                 "effective_to":"2027-01-01T00:00:00.000Z","legal_basis":"Decree 147/2024",
                 "priority":10,
                 "match":{"provider_types":["SOCIAL","GAME"],"jurisdictions":["CROSS_BORDER"],
                          "actions":["REMOVE"],"categories":["CSAM"],"urgencies":["URGENT"]},
                 "clock":{"start":"DELIVERED","duration":"PT24H"},"ack_within":"PT2H",
                 "warn_at":[0.5,0.75,1],
                 "confirm":{"consecutive":4,"vantages":3,"hold":"PT12H"},
                 "claim_tolerance":"PT30M","second_notice_after":"P1D",
                 "strikes":[{"count":3,"window":"P30D","level":1}]}
                """);
    }

    static ObjectNode heartbeat() {
        return object(
                """
                {"schema_version":1,"event_type":"HEARTBEAT","event_id":"h-1",
                 "occurred_at":"2026-01-31T12:00:00.000Z"}
                """);
    }

    static ObjectNode object(String json) {
        return (ObjectNode) json(json);
    }

    static JsonNode json(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The record with the value at {@code path} (names joined by dots) replaced.
     *
     * @param json the new value; null to take the field away
     */
    static ObjectNode with(ObjectNode record, String path, String json) {
        ObjectNode changed = record.deepCopy();
        ObjectNode parent = changed;
        String name = path;
        for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.')) {
            parent = (ObjectNode) parent.get(name.substring(0, dot));
            name = name.substring(dot + 1);
        }
        if (json == null) {
            parent.remove(name);
        } else {
            parent.set(name, json(json));
        }
        return changed;
    }

    static byte[] bytes(JsonNode record) {
        return bytes(record.toString());
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
