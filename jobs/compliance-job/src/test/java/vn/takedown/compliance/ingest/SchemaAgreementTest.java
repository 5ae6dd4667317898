package vn.takedown.compliance.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.takedown.compliance.ingest.Parsing.assertRejected;
import static vn.takedown.compliance.ingest.Parsing.parsed;
import static vn.takedown.compliance.ingest.Records.with;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import vn.takedown.model.event.TakedownEvent;
import vn.takedown.model.reference.Policy;
import vn.takedown.model.reference.Provider;

/** Schema and parser of a topic agree on what is valid, as far as a schema can say it. */
class SchemaAgreementTest {

    private static final JsonSchema REQUESTS = Schemas.of(Topics.REQUESTS);

    private static final JsonSchema ACKNOWLEDGEMENTS = Schemas.of(Topics.ACKNOWLEDGEMENTS);

    private static final JsonSchema OBSERVATIONS = Schemas.of(Topics.OBSERVATIONS);

    private static final JsonSchema PROVIDERS = Schemas.of(Topics.PROVIDERS);

    private static final JsonSchema POLICIES = Schemas.of(Topics.POLICIES);

    private static final List<String> VALUES = values();

    private final RequestParser requests = new RequestParser();
    private final AcknowledgementParser acknowledgements = new AcknowledgementParser();
    private final ObservationParser observations = new ObservationParser();
    private final ProviderParser providers = new ProviderParser();
    private final PolicyParser policies = new PolicyParser();

    @Property
    void aValidRequestIsAcceptedAndParsedToTheEqualEvent(@ForAll("requests") TakedownEvent event) {
        assertAccepted(REQUESTS, requests, RecordJson.json(event), event);
    }

    @Property
    void aValidAcknowledgementIsAcceptedAndParsedToTheEqualEvent(
            @ForAll("acknowledgements") TakedownEvent event) {
        assertAccepted(ACKNOWLEDGEMENTS, acknowledgements, RecordJson.json(event), event);
    }

    @Property
    void aValidObservationIsAcceptedAndParsedToTheEqualEvent(
            @ForAll("observations") TakedownEvent event) {
        assertAccepted(OBSERVATIONS, observations, RecordJson.json(event), event);
    }

    @Property
    void aValidProviderIsAcceptedAndParsedToTheEqualEntry(@ForAll("providers") Provider provider) {
        assertAccepted(
                PROVIDERS,
                providers,
                RecordJson.json(provider),
                new ReferenceRecord.ProviderRecord(provider));
    }

    @Property
    void aValidPolicyIsAcceptedAndParsedToTheEqualPolicy(@ForAll("policies") Policy policy) {
        assertAccepted(
                POLICIES,
                policies,
                RecordJson.json(policy),
                new ReferenceRecord.PolicyRecord(policy));
    }

    private static <T> void assertAccepted(
            JsonSchema schema, RecordParser<T> parser, ObjectNode json, T expected) {
        ObjectNode withoutNulls = json.deepCopy();
        withoutNulls.properties().removeIf(field -> field.getValue().isNull());
        for (ObjectNode record : List.of(json, withoutNulls)) {
            assertThat(schema.validate(record)).isEmpty();
            assertThat(parsed(parser, record)).isEqualTo(expected);
        }
    }

    @Property(tries = 1000)
    void onARequestWithOneFieldChangedSchemaAndParserAgree(
            @ForAll("changedRequests") ObjectNode record) {
        assertAgreement(REQUESTS, requests, record);
    }

    @Property(tries = 1000)
    void onAnAcknowledgementWithOneFieldChangedSchemaAndParserAgree(
            @ForAll("changedAcknowledgements") ObjectNode record) {
        assertAgreement(ACKNOWLEDGEMENTS, acknowledgements, record);
    }

    @Property(tries = 1000)
    void onAnObservationWithOneFieldChangedSchemaAndParserAgree(
            @ForAll("changedObservations") ObjectNode record) {
        assertAgreement(OBSERVATIONS, observations, record);
    }

    @Property(tries = 1000)
    void onAProviderWithOneFieldChangedSchemaAndParserAgree(
            @ForAll("changedProviders") ObjectNode record) {
        assertAgreement(PROVIDERS, providers, record);
    }

    @Property(tries = 2000)
    void onAPolicyWithOneFieldChangedSchemaAndParserAgree(
            @ForAll("changedPolicies") ObjectNode record) {
        assertAgreement(POLICIES, policies, record);
    }

    private static void assertAgreement(
            JsonSchema schema, RecordParser<?> parser, ObjectNode record) {
        ParseResult<?> result = parser.parse(Records.bytes(record));
        if (result instanceof ParseResult.Rejected<?> rejected) {
            Assume.that(!rejected.detail().equals("effective_to must be after effective_from"));
            Assume.that(!rejected.detail().endsWith(" days"));
        }
        assertThat(schema.validate(record).isEmpty())
                .as("schema accepts %s, which the parser makes %s", record, result)
                .isEqualTo(result instanceof ParseResult.Parsed);
    }

    /** The rules that the parser alone can check; the schemas' descriptions name them. */
    @Test
    void whatASchemaCannotExpressIsAcceptedByItAndRejectedByTheParser() {
        assertOnlyParserRejects(
                OBSERVATIONS,
                observations,
                Records.observation().toString().replace("404", "404.0"),
                RejectionReason.WRONG_TYPE);
        assertOnlyParserRejects(
                OBSERVATIONS,
                observations,
                Records.observation().toString().replace("\"e-3\"", "\"\\ud800\""),
                RejectionReason.INVALID_ID);
        assertOnlyParserRejects(
                OBSERVATIONS,
                observations,
                Records.observation().toString().replace("404", "404,\"a\":1,\"a\":1"),
                RejectionReason.DUPLICATE_NAME);
        assertOnlyParserRejects(
                OBSERVATIONS,
                observations,
                Records.observation()
                        .toString()
                        .replace("404", "404,\"a\":" + "[".repeat(100) + "]".repeat(100)),
                RejectionReason.TOO_DEEP);
        assertOnlyParserRejects(
                OBSERVATIONS,
                observations,
                Records.observation() + " ".repeat(1_048_576),
                RejectionReason.TOO_LARGE);
        assertOnlyParserRejects(
                POLICIES,
                policies,
                with(Records.policy(), "effective_to", "\"2026-01-01T00:00:00.000Z\"").toString(),
                RejectionReason.OUT_OF_RANGE);
        assertOnlyParserRejects(
                POLICIES,
                policies,
                with(Records.policy(), "ack_within", "\"P2800001D\"").toString(),
                RejectionReason.OUT_OF_RANGE);
    }

    private static void assertOnlyParserRejects(
            JsonSchema schema, RecordParser<?> parser, String record, RejectionReason reason) {
        assertThat(schema.validate(Records.json(record))).isEmpty();
        assertRejected(parser, Records.bytes(record), reason, "");
    }

    @Provide
    Arbitrary<TakedownEvent> requests() {
        return RecordArbitraries.requests();
    }

    @Provide
    Arbitrary<TakedownEvent> acknowledgements() {
        return RecordArbitraries.acknowledgements();
    }

    @Provide
    Arbitrary<TakedownEvent> observations() {
        return RecordArbitraries.observations();
    }

    @Provide
    Arbitrary<Provider> providers() {
        return RecordArbitraries.providers();
    }

    @Provide
    Arbitrary<Policy> policies() {
        return RecordArbitraries.policies();
    }

    @Provide
    Arbitrary<ObjectNode> changedRequests() {
        return changed(RecordArbitraries.requests().map(RecordJson::json));
    }

    @Provide
    Arbitrary<ObjectNode> changedAcknowledgements() {
        return changed(RecordArbitraries.acknowledgements().map(RecordJson::json));
    }

    @Provide
    Arbitrary<ObjectNode> changedObservations() {
        return changed(RecordArbitraries.observations().map(RecordJson::json));
    }

    @Provide
    Arbitrary<ObjectNode> changedProviders() {
        return changed(RecordArbitraries.providers().map(RecordJson::json));
    }

    @Provide
    Arbitrary<ObjectNode> changedPolicies() {
        return changed(RecordArbitraries.policies().map(RecordJson::json));
    }

    private static Arbitrary<ObjectNode> changed(Arbitrary<ObjectNode> records) {
        return Combinators.combine(records, Arbitraries.randomValue(Random::nextLong))
                .as((record, seed) -> changed(record.deepCopy(), new Random(seed)));
    }

    private static ObjectNode changed(ObjectNode record, Random random) {
        JsonNode parent = record;
        while (true) {
            List<JsonNode> inner = new ArrayList<>();
            parent.forEach(
                    child -> {
                        if (child.isContainerNode() && !child.isEmpty()) {
                            inner.add(child);
                        }
                    });
            if (inner.isEmpty() || random.nextInt(3) == 0) {
                break;
            }
            parent = inner.get(random.nextInt(inner.size()));
        }
        String value = VALUES.get(random.nextInt(VALUES.size()));
        if (parent instanceof ObjectNode object) {
            List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(object.properties());
            String name = fields.get(random.nextInt(fields.size())).getKey();
            if (random.nextInt(10) == 0) {
                object.remove(name);
            } else {
                object.set(name, Records.json(value));
            }
        } else if (parent instanceof ArrayNode array) {
            array.set(random.nextInt(array.size()), Records.json(value));
        }
        return record;
    }

    private static List<String> values() {
        List<String> values =
                new ArrayList<>(
                        List.of(
                                "null",
                                "true",
                                "false",
                                "{}",
                                "[]",
                                "[null]",
                                "[{}]",
                                "{\"a\":1}",
                                "-1",
                                "0",
                                "1",
                                "2",
                                "1.5",
                                "0.5",
                                "-0.5",
                                "1e-3",
                                "4294967295",
                                "4294967296",
                                "2147483647",
                                "2147483648",
                                "-2147483648",
                                "-2147483649",
                                "18446744073709551617"));
        List<String> strings =
                List.of(
                        "",
                        "x",
                        "a b",
                        "a/b",
                        "a|b",
                        "a\\u00a0b",
                        "a\\u0085",
                        "a\\n",
                        "\\u001c",
                        "\\u200b",
                        "\\u2028",
                        "\\ufeff",
                        "HEARTBEAT",
                        "ISSUED",
                        "DELIVERED",
                        "HELD",
                        "RECEIVED",
                        "UP",
                        "DOWN",
                        "BLOCK",
                        "BLOCKED",
                        "OTHER",
                        "USER",
                        "URGENT",
                        "DOMESTIC",
                        "csam",
                        "P",
                        "PT",
                        "P1D",
                        "P1DT",
                        "PT0S",
                        "P0DT0.000S",
                        "PT1.5S",
                        "PT1.5H",
                        "P1M",
                        "-P1D",
                        "PT1H\\n",
                        "PT1S1H",
                        "p1d",
                        "2026-01-31T12:00:00.000Z",
                        "2026-02-29T12:00:00.000Z",
                        "2028-02-29T12:00:00.000Z",
                        "2000-02-29T23:59:59.999Z",
                        "2026-04-31T12:00:00.000Z",
                        "2026-01-31T24:00:00.000Z",
                        "2026-01-31T23:59:60.000Z",
                        "2026-01-31T12:00:00Z",
                        "2026-01-31T12:00:00.000Z\\n",
                        "2100-01-01T00:00:00.000Z",
                        "1999-12-31T23:59:59.999Z",
                        "2026-01-31T12:00:00.000+07:00",
                        "x".repeat(64),
                        "x".repeat(65),
                        "x".repeat(128),
                        "x".repeat(129),
                        "\\ud83d\\ude42".repeat(64),
                        "\\ud83d\\ude42".repeat(65),
                        "\\ud83d\\ude42".repeat(128),
                        "\\ud83d\\ude42".repeat(129),
                        Records.KEY,
                        Records.KEY + "0",
                        Records.KEY + "\\n",
                        Records.KEY.substring(1) + "\\n",
                        "F" + Records.KEY.substring(1));
        for (String string : strings) {
            values.add('"' + string + '"');
            values.add("[\"" + string + "\"]");
        }
        return values;
    }
}
