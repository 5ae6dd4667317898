package vn.takedown.stack.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The contract's sections 1 and 6 read once more from the prose, apart from the simulator. */
final class ContractRules {

    static final Set<String> REQUEST_TYPES =
            Set.of(
                    "ISSUED",
                    "DELIVERED",
                    "UNDELIVERABLE",
                    "HELD",
                    "RELEASED",
                    "PAUSED",
                    "RESUMED",
                    "WITHDRAWN");
    static final Set<String> ACKNOWLEDGEMENT_TYPES =
            Set.of("RECEIVED", "ACCEPTED", "CLAIMED_DONE", "OBJECTED", "REFUSED");
    static final Set<String> STATUSES =
            Set.of("UP", "DOWN_HARD", "DOWN_SOFT", "BLOCKED", "GEO_BLOCKED", "AMBIGUOUS", "ERROR");
    static final Set<String> ACTIONS =
            Set.of("REMOVE", "DISABLE", "DEINDEX", "LOCK_ACCOUNT", "BLOCK");
    static final Set<String> CATEGORIES =
            Set.of(
                    "CSAM",
                    "CSAM_SYNTHETIC",
                    "GROOMING",
                    "CHILD_PRIVACY",
                    "HARMFUL_TO_CHILDREN",
                    "VIOLENCE",
                    "IMPERSONATION",
                    "OTHER");
    static final Set<String> URGENCIES = Set.of("STANDARD", "URGENT");
    static final Set<String> SOURCES =
            Set.of(
                    "AUTHORITY",
                    "HOTLINE_111",
                    "VN_COP",
                    "TRUSTED_FLAGGER",
                    "USER",
                    "PROVIDER",
                    "CRAWLER",
                    "INTERNATIONAL");
    static final Set<String> PROVIDER_TYPES =
            Set.of(
                    "ISP",
                    "HOSTING",
                    "SOCIAL",
                    "GAME",
                    "MARKETPLACE",
                    "SEARCH",
                    "APP_STORE",
                    "OTHER");
    static final Set<String> JURISDICTIONS = Set.of("DOMESTIC", "CROSS_BORDER");

    private static final Pattern INSTANT =
            Pattern.compile("20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern ID = Pattern.compile("[^/|\\s]{1,128}");
    private static final Pattern EVENT_ID = Pattern.compile(".{1,64}");
    private static final Pattern CODE = Pattern.compile("[A-Z_]{1,40}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final List<String> COMMON = List.of("schema_version", "event_id", "occurred_at");

    private final ObjectMapper json =
            new ObjectMapper(
                    JsonFactory.builder()
                            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                            .build());

    /** Fails when the record breaks a rule; gives its JSON otherwise. */
    JsonNode check(SimulatedRecord record) throws IOException {
        JsonNode node = json.readTree(record.value());
        require(record.value().length <= 1 << 20, "length", node);
        switch (record.topic()) {
            case "takedown.requests.v1" -> request(node);
            case "takedown.acknowledgements.v1" -> acknowledgement(node);
            case "takedown.observations.v1" -> observation(node);
            case "takedown.providers.v1" -> provider(node);
            case "takedown.policies.v1" -> policy(node);
            default -> throw new AssertionError("unknown topic " + record.topic());
        }
        require(record.key().equals(key(record.topic(), node)), "record key", node);
        if (node.has("occurred_at")) {
            Instant occurredAt = Instant.parse(node.get("occurred_at").textValue());
            require(
                    occurredAt.toEpochMilli() == record.occurredAtMillis(),
                    "occurred_at of the record",
                    node);
        }
        return node;
    }

    private static String key(String topic, JsonNode node) {
        return switch (topic) {
            case "takedown.providers.v1" -> node.get("provider_id").textValue();
            case "takedown.policies.v1" ->
                    node.get("policy_id").textValue() + "|" + node.get("version").intValue();
            default ->
                    node.get("provider_id").textValue() + "|" + node.get("target_key").textValue();
        };
    }

    private void request(JsonNode node) {
        common(node);
        String type = oneOf(node, "event_type", REQUEST_TYPES);
        caseFields(node);
        if (type.equals("ISSUED")) {
            only(
                    node,
                    "event_type,request_id,item_id,provider_id,target_key,action,category,urgency,"
                            + "authority_id,source,content_key,account_key,legal_basis");
            oneOf(node, "action", ACTIONS);
            oneOf(node, "category", CATEGORIES);
            oneOf(node, "urgency", URGENCIES);
            oneOf(node, "source", SOURCES);
            matches(node, "authority_id", ID);
            optional(node, "content_key", KEY);
            optional(node, "account_key", KEY);
            if (node.has("legal_basis")) {
                assertThat(node.get("legal_basis").textValue())
                        .isIn("Decree 147/2024/ND-CP", "Circular 38/2016/TT-BTTTT art. 6(2)(a)");
            }
        } else {
            only(node, "event_type,request_id,item_id,provider_id,target_key,reason");
            optional(node, "reason", CODE);
            if (!Set.of("PAUSED", "HELD", "WITHDRAWN", "UNDELIVERABLE").contains(type)) {
                assertThat(node.has("reason")).isFalse();
            }
        }
    }

    private void acknowledgement(JsonNode node) {
        common(node);
        oneOf(node, "event_type", ACKNOWLEDGEMENT_TYPES);
        caseFields(node);
        only(node, "event_type,request_id,item_id,provider_id,target_key,reason");
        optional(node, "reason", CODE);
    }

    private void observation(JsonNode node) {
        common(node);
        only(node, "provider_id,target_key,status,vantage,control_status,content_key,http_status");
        matches(node, "provider_id", ID);
        matches(node, "target_key", KEY);
        oneOf(node, "status", STATUSES);
        JsonNode vantage = node.get("vantage");
        require(vantage.size() == 3, "vantage", node);
        matches(vantage, "id", ID);
        matches(vantage, "country", COUNTRY);
        asn(vantage.get("asn"));
        if (node.has("control_status")) {
            oneOf(node, "control_status", Set.of("UP", "DOWN", "UNKNOWN"));
        }
        optional(node, "content_key", KEY);
        if (node.has("http_status")) {
            int answer = node.get("http_status").intValue();
            require(answer >= 100 && answer <= 599, "http_status", node);
        }
    }

    private void provider(JsonNode node) {
        fields(node, "provider_id", "name", "type", "jurisdiction", "country", "asns");
        matches(node, "provider_id", ID);
        assertThat(node.get("name").textValue()).isNotBlank();
        oneOf(node, "type", PROVIDER_TYPES);
        oneOf(node, "jurisdiction", JURISDICTIONS);
        matches(node, "country", COUNTRY);
        node.get("asns").forEach(ContractRules::asn);
    }

    private void policy(JsonNode node) {
        matches(node, "policy_id", ID);
        assertThat(node.get("version").intValue()).isPositive();
        matches(node, "effective_from", INSTANT);
        optional(node, "effective_to", INSTANT);
        assertThat(node.get("legal_basis").textValue()).isNotBlank();
        assertThat(node.get("priority").isInt()).isTrue();
        subset(node.get("match"), "provider_types", PROVIDER_TYPES);
        subset(node.get("match"), "jurisdictions", JURISDICTIONS);
        subset(node.get("match"), "actions", ACTIONS);
        subset(node.get("match"), "categories", CATEGORIES);
        subset(node.get("match"), "urgencies", URGENCIES);
        oneOf(node.get("clock"), "start", Set.of("ISSUED", "DELIVERED"));
        duration(node.get("clock").get("duration"));
        duration(node.get("ack_within"));
        node.get("warn_at").forEach(at -> assertThat(at.doubleValue()).isStrictlyBetween(0.0, 1.0));
        fields(node.get("confirm"), "consecutive", "vantages", "hold");
        assertThat(node.get("confirm").get("consecutive").intValue()).isPositive();
        assertThat(node.get("confirm").get("vantages").intValue()).isPositive();
        duration(node.get("confirm").get("hold"));
        duration(node.get("claim_tolerance"));
        duration(node.get("second_notice_after"));
        for (JsonNode strike : node.get("strikes")) {
            fields(strike, "count", "window", "level");
            assertThat(strike.get("count").intValue()).isPositive();
            duration(strike.get("window"));
            assertThat(strike.get("level").intValue()).isPositive();
        }
    }

    private void common(JsonNode node) {
        require(node.path("schema_version").intValue() == 1, "schema_version", node);
        matches(node, "event_id", EVENT_ID);
        matches(node, "occurred_at", INSTANT);
    }

    private void caseFields(JsonNode node) {
        matches(node, "request_id", ID);
        matches(node, "item_id", ID);
        matches(node, "provider_id", ID);
        matches(node, "target_key", KEY);
    }

    private static void only(JsonNode node, String allowed) {
        Set<String> names = new HashSet<>(List.of(allowed.split(",")));
        names.addAll(COMMON);
        node.fieldNames().forEachRemaining(name -> require(names.contains(name), name, node));
    }

    private static void fields(JsonNode node, String... names) {
        assertThat((Iterable<String>) node::fieldNames).containsExactlyInAnyOrder(names);
    }

    private static String oneOf(JsonNode node, String field, Set<String> allowed) {
        require(allowed.contains(node.path(field).asText()), field, node);
        return node.get(field).textValue();
    }

    private static void subset(JsonNode node, String field, Set<String> allowed) {
        if (node.has(field)) {
            assertThat(node.get(field)).isNotEmpty();
            node.get(field).forEach(value -> assertThat(value.textValue()).isIn(allowed));
        }
    }

    private static void matches(JsonNode node, String field, Pattern pattern) {
        JsonNode value = node.path(field);
        require(value.isTextual() && pattern.matcher(value.textValue()).matches(), field, node);
    }

    private static void optional(JsonNode node, String field, Pattern pattern) {
        if (node.has(field)) {
            matches(node, field, pattern);
        }
    }

    /** Plain, as it is called millions of times. */
    private static void require(boolean holds, String field, JsonNode node) {
        if (!holds) {
            throw new AssertionError("wrong " + field + " in " + node);
        }
    }

    private static void duration(JsonNode node) {
        assertThat(Duration.parse(node.textValue())).isPositive();
    }

    private static void asn(JsonNode node) {
        require(
                node.isIntegralNumber()
                        && node.longValue() >= 0
                        && node.longValue() <= 0xFFFF_FFFFL,
                "asn",
                node);
    }
}
