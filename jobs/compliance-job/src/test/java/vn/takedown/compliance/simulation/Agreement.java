package vn.takedown.compliance.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import vn.takedown.compliance.event.InputTopic;
import vn.takedown.compliance.sink.elasticsearch.BulkEntry;
import vn.takedown.compliance.sink.elasticsearch.DocumentAlias;
import vn.takedown.model.oracle.BatchOracle;
import vn.takedown.model.oracle.CoverageOracle;
import vn.takedown.model.oracle.OracleCase;
import vn.takedown.model.oracle.OracleResult;
import vn.takedown.model.oracle.World;

/** What must be the same in the pipeline and in the oracle. */
final class Agreement {

    private Agreement() {}

    /**
     * @param late whether events came later than the watermark: they may leave hours of coverage
     *     that were shown and turn out to be empty
     */
    static void check(World world, PipelineSimulation.Outcome outcome, boolean late) {
        OracleResult expected = BatchOracle.evaluate(world);
        checkDocuments(
                DocumentFields.of(outcome.documents().of(DocumentAlias.CASES)),
                DocumentFields.cases(expected));
        checkDocuments(
                DocumentFields.of(outcome.documents().of(DocumentAlias.PROVIDER_PERIODS)),
                DocumentFields.periods(expected));
        checkDocuments(
                coverage(outcome.documents().of(DocumentAlias.COVERAGE), late),
                CoverageOracle.evaluate(world));
        StandingAgreement.checkStates(world, outcome);
        checkDeadLetters(outcome);
        checkRecordCounts(outcome);
        checkCaseCounts(expected, outcome.counts());
    }

    private static Map<String, Map<String, Object>> coverage(
            Map<String, BulkEntry> documents, boolean late) {
        Map<String, Map<String, Object>> hours = DocumentFields.of(documents);
        if (late) {
            hours.values()
                    .removeIf(
                            hour ->
                                    hour.get("open_cases").equals(0L)
                                            && hour.get("observations").equals(0L));
        }
        return hours;
    }

    /** One by one, so that a difference can be read. */
    static void checkDocuments(
            Map<String, Map<String, Object>> actual, Map<String, Map<String, Object>> expected) {
        assertThat(actual.keySet()).as("documents").isEqualTo(expected.keySet());
        expected.forEach(
                (id, fields) -> assertThat(actual.get(id)).as(id).containsExactlyEntriesOf(fields));
    }

    private static void checkDeadLetters(PipelineSimulation.Outcome outcome) {
        Map<String, BulkEntry> letters = outcome.documents().of(DocumentAlias.DEAD_LETTERS);
        Map<String, byte[]> expected = outcome.topics().deadLetters();
        assertThat(letters.keySet()).as("dead letters").isEqualTo(expected.keySet());
        letters.forEach(
                (id, letter) ->
                        assertThat(DocumentFields.bytes(letter, "original_bytes"))
                                .as("bytes of %s", id)
                                .isEqualTo(expected.get(id)));
    }

    private static void checkRecordCounts(PipelineSimulation.Outcome outcome) {
        for (InputTopic topic : InputTopic.values()) {
            String prefix = "records." + topic.topicName() + ".";
            assertThat(
                            new TopicCounts(
                                    sum(outcome.counts(), prefix + "read"),
                                    sum(outcome.counts(), prefix + "heartbeat"),
                                    sum(outcome.counts(), prefix + "duplicate"),
                                    sum(outcome.counts(), prefix + "dead_letter.")))
                    .as("records of %s", topic)
                    .isEqualTo(outcome.topics().counts(topic));
        }
    }

    private static long sum(Map<String, Long> counts, String prefix) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static void checkCaseCounts(OracleResult expected, Map<String, Long> counts) {
        Map<String, Long> verdicts = new TreeMap<>();
        long open = 0;
        for (OracleCase item : expected.cases()) {
            verdicts.merge("cases.verdict." + item.get("verdict"), 1L, Long::sum);
            boolean over =
                    item.get("verdict").equals("EXCLUDED")
                            || item.get("state").equals("REMOVED")
                            || item.get("state").equals("WITHDRAWN");
            open += over ? 0 : 1;
        }
        Map<String, Long> counted = new TreeMap<>();
        counts.forEach(
                (name, count) -> {
                    if (name.startsWith("cases.verdict.") && count != 0) {
                        counted.put(name, count);
                    }
                });
        assertThat(counted).isEqualTo(verdicts);
        assertThat(counts.getOrDefault("cases.issued", 0L)).isEqualTo(expected.cases().size());
        assertThat(counts.getOrDefault("cases.open", 0L)).isEqualTo(open);
    }
}
