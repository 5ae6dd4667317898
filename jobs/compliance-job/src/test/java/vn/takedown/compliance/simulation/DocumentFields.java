package vn.takedown.compliance.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.takedown.compliance.sink.elasticsearch.BulkEntry;
import vn.takedown.model.oracle.OracleCase;
import vn.takedown.model.oracle.OraclePeriod;
import vn.takedown.model.oracle.OracleResult;

/** Documents in the form in which the oracle gives them: contract field name → value. */
final class DocumentFields {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** They tell of the way to the result, not of the result. */
    private static final Set<String> NOT_COMPARED = Set.of("restated", "sequence", "updated_at");

    private DocumentFields() {}

    /** By {@code _id}. */
    static Map<String, Map<String, Object>> of(Map<String, BulkEntry> documents) {
        Map<String, Map<String, Object>> fields = new TreeMap<>();
        documents.forEach((id, entry) -> fields.put(id, of(json(entry))));
        return fields;
    }

    static Map<String, Map<String, Object>> cases(OracleResult result) {
        Map<String, Map<String, Object>> cases = new TreeMap<>();
        for (OracleCase item : result.cases()) {
            cases.put(item.caseId(), new TreeMap<>(item.fields()));
        }
        return cases;
    }

    static Map<String, Map<String, Object>> periods(OracleResult result) {
        Map<String, Map<String, Object>> periods = new TreeMap<>();
        for (OraclePeriod period : result.periods()) {
            periods.put(period.id(), new TreeMap<>(period.fields()));
        }
        return periods;
    }

    static byte[] bytes(BulkEntry entry, String field) {
        try {
            return json(entry).get(field).binaryValue();
        } catch (IOException notBase64) {
            throw new UncheckedIOException(notBase64);
        }
    }

    private static JsonNode json(BulkEntry entry) {
        try {
            return MAPPER.readTree(entry.source());
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    private static Map<String, Object> of(JsonNode json) {
        Map<String, Object> fields = new TreeMap<>();
        json.properties()
                .forEach(
                        entry -> {
                            if (!NOT_COMPARED.contains(entry.getKey())) {
                                fields.put(entry.getKey(), value(entry.getKey(), entry.getValue()));
                            }
                        });
        return fields;
    }

    private static Object value(String field, JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        if (field.endsWith("_at") || field.equals("t0") || field.equals("as_of")) {
            return Instant.parse(value.textValue()).toEpochMilli();
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (value.isIntegralNumber()) {
            return value.longValue();
        }
        return value.isNumber() ? (Object) value.doubleValue() : value.textValue();
    }
}
