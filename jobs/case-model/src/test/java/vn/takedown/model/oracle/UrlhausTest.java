package vn.takedown.model.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The oracle against three months of recorded life cycles and the documents they must give. */
class UrlhausTest {

    /** Written by whoever keeps the documents, not worked out from the events. */
    private static final Set<String> BOOKKEEPING =
            Set.of("_id", "restated", "sequence", "updated_at");

    private static Path expected;
    private static OracleResult result;

    @BeforeAll
    static void evaluateTheRecordedEvents() throws IOException {
        Optional<Path> folder = RecordedData.folder("urlhaus-2020q3");
        assumeThat(folder).as("recorded data beside the project").isPresent();
        expected = folder.orElseThrow().resolve("expected");
        result = BatchOracle.evaluate(RecordedData.world(folder.orElseThrow()));
    }

    @Test
    void theCutOffAndTheNumberOfDocumentsAreAsExpected() throws IOException {
        JsonNode summary = RecordedData.document(expected.resolve("summary.json"));
        assertThat(result.cutOff()).isEqualTo(RecordedData.instant(summary.get("T")));
        assertThat(result.cases()).hasSize(summary.get("cases").intValue());
        assertThat(result.periods()).hasSize(summary.get("periods").intValue());
    }

    @Test
    void everyFieldOfEveryCaseIsAsExpected() throws IOException {
        Map<String, Map<String, Object>> actual = new TreeMap<>();
        result.cases().forEach(item -> actual.put(item.caseId(), present(item.fields())));

        assertThat(actual).isEqualTo(documents("takedown-cases.ndjson.gz"));
    }

    @Test
    void everyFieldOfEveryMonthQuarterAndYearIsAsExpected() throws IOException {
        Map<String, Map<String, Object>> actual = new TreeMap<>();
        result.periods().stream()
                .filter(period -> !period.get("period").equals("DAY"))
                .forEach(period -> actual.put(period.id(), present(period.fields())));

        assertThat(actual).isEqualTo(documents("takedown-provider-periods.ndjson.gz"));
    }

    private static Map<String, Map<String, Object>> documents(String file) throws IOException {
        Map<String, Map<String, Object>> documents = new TreeMap<>();
        for (JsonNode line : RecordedData.lines(expected.resolve(file))) {
            Map<String, Object> fields = new TreeMap<>();
            line.properties().stream()
                    .filter(field -> !BOOKKEEPING.contains(field.getKey()))
                    .filter(field -> !field.getValue().isNull())
                    .forEach(field -> fields.put(field.getKey(), value(field)));
            documents.put(line.get("_id").textValue(), fields);
        }
        return documents;
    }

    private static Object value(Map.Entry<String, JsonNode> field) {
        JsonNode value = field.getValue();
        if (field.getKey().equals("t0") || field.getKey().endsWith("_at")) {
            return RecordedData.instant(value);
        }
        if (value.isIntegralNumber() && !field.getKey().startsWith("compliance_")) {
            return value.longValue();
        }
        if (value.isNumber()) {
            return value.doubleValue();
        }
        return value.isBoolean() ? (Object) value.booleanValue() : value.textValue();
    }

    /** Absent is null, and null is absent. */
    private static Map<String, Object> present(Map<String, Object> fields) {
        Map<String, Object> present = new TreeMap<>(fields);
        present.values().removeIf(Objects::isNull);
        return present;
    }
}
