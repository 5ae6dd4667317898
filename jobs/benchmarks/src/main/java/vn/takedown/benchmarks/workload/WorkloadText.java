package vn.takedown.benchmarks.workload;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import vn.takedown.stack.topic.InputTopic;

/** The contract's JSON (section 1), written as producers write it: every field, no white space. */
final class WorkloadText {

    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** So many places look at each target in turn. */
    private static final int VANTAGES = 4;

    private WorkloadText() {}

    static WorkloadRecord policy(String id, String match, String duration, int priority, long at) {
        String json =
                "{\"policy_id\":\""
                        + id
                        + "\",\"version\":1,\"effective_from\":\"2020-01-01T00:00:00.000Z\","
                        + "\"legal_basis\":\"Benchmark\",\"priority\":"
                        + priority
                        + ",\"match\":"
                        + match
                        + ",\"clock\":{\"start\":\"ISSUED\",\"duration\":\""
                        + duration
                        + "\"},\"ack_within\":\"PT24H\",\"confirm\":{\"consecutive\":3,"
                        + "\"vantages\":2,\"hold\":\"PT20M\"}}";
        return record(InputTopic.POLICIES, id + "|1", json, at);
    }

    static WorkloadRecord request(Target target, String category, long at) {
        boolean access = target.provider().isAccess();
        String content = target.contentKey();
        StringBuilder json = caseEvent("r", 0, "ISSUED", target, at);
        json.append(",\"action\":\"").append(access ? "BLOCK" : "REMOVE");
        json.append("\",\"category\":\"").append(category).append("\",\"urgency\":\"");
        json.append(target.isUrgent() ? "URGENT" : "STANDARD");
        json.append("\",\"authority_id\":\"authority-1\",\"source\":\"AUTHORITY\"");
        if (content != null) {
            json.append(",\"content_key\":\"").append(content).append('"');
        }
        return record(InputTopic.REQUESTS, target.recordKey(), json.append('}').toString(), at);
    }

    static WorkloadRecord acknowledgement(Target target, String type, int step, long at) {
        String json = caseEvent("a", step, type, target, at).append('}').toString();
        return record(InputTopic.ACKNOWLEDGEMENTS, target.recordKey(), json, at);
    }

    /**
     * @param number of the observation among all, from 0
     */
    static WorkloadRecord observation(Target target, long number, boolean up, long at) {
        FictionalProvider provider = target.provider();
        // Not in turn: with as many targets each would always be seen from the same one.
        int vantage = Mixing.below(number, VANTAGES);
        StringBuilder json = header(Mixing.id(number), at);
        json.append(",\"provider_id\":\"").append(provider.id());
        json.append("\",\"target_key\":\"").append(target.key());
        json.append("\",\"status\":\"").append(status(provider, up));
        json.append("\",\"vantage\":{\"id\":\"");
        json.append(provider.isAccess() ? "probe-" : "crawler-").append(vantage);
        json.append("\",\"country\":\"VN\",\"asn\":");
        json.append(provider.isAccess() ? provider.network() : 65_000 + vantage);
        json.append("},\"control_status\":\"UP\",\"http_status\":").append(up ? 200 : 404);
        return record(InputTopic.OBSERVATIONS, target.recordKey(), json.append('}').toString(), at);
    }

    private static String status(FictionalProvider provider, boolean up) {
        if (up) {
            return "UP";
        }
        return provider.isAccess() ? "BLOCKED" : "DOWN_HARD";
    }

    private static StringBuilder caseEvent(
            String kind, int step, String type, Target target, long at) {
        StringBuilder json = header(kind + '-' + target.number() + '-' + step, at);
        json.append(",\"event_type\":\"").append(type);
        json.append("\",\"request_id\":\"").append(target.requestId());
        json.append("\",\"item_id\":\"1\",\"provider_id\":\"").append(target.provider().id());
        json.append("\",\"target_key\":\"").append(target.key()).append('"');
        return json;
    }

    private static StringBuilder header(String eventId, long at) {
        StringBuilder json = new StringBuilder(400);
        json.append("{\"schema_version\":1,\"event_id\":\"").append(eventId);
        json.append("\",\"occurred_at\":\"");
        INSTANT.formatTo(Instant.ofEpochMilli(at), json);
        return json.append('"');
    }

    static WorkloadRecord record(InputTopic topic, String key, String json, long at) {
        return new WorkloadRecord(topic, key, json.getBytes(StandardCharsets.UTF_8), at);
    }
}
