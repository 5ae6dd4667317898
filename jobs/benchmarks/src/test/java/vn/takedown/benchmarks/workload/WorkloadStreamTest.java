package vn.takedown.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.takedown.compliance.ingest.ParseResult;
import vn.takedown.compliance.ingest.ReferenceRecord;
import vn.takedown.compliance.source.RecordReaders;
import vn.takedown.model.cases.Arrivals;
import vn.takedown.model.cases.Cause;
import vn.takedown.model.cases.EventOrder;
import vn.takedown.model.cases.TargetMachine;
import vn.takedown.model.cases.TargetState;
import vn.takedown.model.event.TakedownEvent;
import vn.takedown.model.reference.ReferenceBook;
import vn.takedown.stack.topic.InputTopic;

class WorkloadStreamTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final long REFRESH_MILLIS = 3_600_000;

    private final RecordReaders readers = new RecordReaders();

    @Test
    void everyRecordFollowsItsSchemaAndIsParsedByTheJob() throws IOException {
        Map<InputTopic, JsonSchema> schemas = new EnumMap<>(InputTopic.class);
        for (InputTopic topic : InputTopic.values()) {
            schemas.put(topic, schema(topic));
        }

        for (WorkloadRecord record : records(Workload.of(1_000))) {
            assertThat(schemas.get(record.topic()).validate(MAPPER.readTree(record.value())))
                    .isEmpty();
            assertThat(parse(record)).isInstanceOf(ParseResult.Parsed.class);
        }
    }

    @Test
    void ninetyFiveOfHundredObservationsChangeNothing() {
        List<WorkloadRecord> records = records(Workload.of(100_000));

        double changing = (double) changingObservations(records) / observations(records);

        assertThat(changing).isBetween(0.045, 0.055);
    }

    @Test
    void contentThatIsNeverRemovedChangesOnlyWhenItsDeadlineHasPassed() {
        List<WorkloadRecord> records = records(Workload.of(10_000).with(Workload.Mix.ALL_UP));

        assertThat(changingObservations(records)).isLessThan(observations(records) / 50);
    }

    @Test
    void thereAreExactlyAsManyEventsAsWanted() {
        List<WorkloadRecord> records = records(Workload.of(5_000, 700));

        assertThat(records).filteredOn(record -> !record.topic().isCompacted()).hasSize(5_000);
        assertThat(records)
                .filteredOn(record -> record.topic() == InputTopic.REQUESTS)
                .extracting(WorkloadRecord::key)
                .hasSize(700)
                .doesNotHaveDuplicates();
    }

    @Test
    void recordsAreAboutThreeHundredBytesLong() {
        assertThat(records(Workload.of(2_000)))
                .filteredOn(record -> record.topic() == InputTopic.OBSERVATIONS)
                .extracting(record -> record.value().length)
                .allSatisfy(length -> assertThat(length).isBetween(290, 360));
    }

    @Test
    void noRecordComesLaterThanTheDisorderThatThePipelinePutsRight() {
        long latest = 0;
        for (WorkloadRecord record : records(Workload.of(5_000))) {
            assertThat(record.occurredAt()).isGreaterThan(latest - Workload.DISORDER_MILLIS);
            latest = Math.max(latest, record.occurredAt());
        }
    }

    @Test
    void someObservationsComeTwice() {
        Set<String> ids = new HashSet<>();
        int repeats = 0;
        for (WorkloadRecord record : records(Workload.of(10_000))) {
            if (record.topic() == InputTopic.OBSERVATIONS && !ids.add(event(record).eventId())) {
                repeats++;
            }
        }

        assertThat(repeats).isBetween(1, 20);
    }

    @Test
    void equalWorkloadsGiveEqualBytes() {
        assertThat(texts(Workload.of(2_000))).isEqualTo(texts(Workload.of(2_000)));
    }

    @Test
    void fewerEventsThanTargetsAreRefused() {
        assertThatThrownBy(() -> Workload.of(100, 100))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("too few");
    }

    private long changingObservations(List<WorkloadRecord> records) {
        ReferenceBook book = new ReferenceBook();
        Map<String, List<TakedownEvent>> targets = new HashMap<>();
        for (WorkloadRecord record : records) {
            if (record.topic().isCompacted()) {
                put(record, book);
            } else {
                targets.computeIfAbsent(record.key(), key -> new ArrayList<>()).add(event(record));
            }
        }
        long[] changes = new long[1];
        TargetMachine machine =
                new TargetMachine(
                        book,
                        REFRESH_MILLIS,
                        change -> changes[0] += change.cause() == Cause.OBSERVATION ? 1 : 0);
        targets.values()
                .forEach(
                        events -> {
                            List<TakedownEvent> ordered =
                                    events.stream()
                                            .distinct()
                                            .sorted(EventOrder.COMPARATOR)
                                            .toList();
                            machine.advance(
                                    new TargetState(),
                                    ordered,
                                    Arrivals.inTime((event, outcome) -> {}),
                                    ordered.get(ordered.size() - 1).occurredAt());
                        });
        return changes[0];
    }

    private void put(WorkloadRecord record, ReferenceBook book) {
        ParseResult<?> parsed = parse(record);
        ReferenceRecord value = (ReferenceRecord) ((ParseResult.Parsed<?>) parsed).value();
        if (value instanceof ReferenceRecord.ProviderRecord provider) {
            book.put(provider.provider());
        } else if (value instanceof ReferenceRecord.PolicyRecord policy) {
            book.put(policy.policy());
        }
    }

    private static long observations(List<WorkloadRecord> records) {
        return records.stream().filter(record -> record.topic() == InputTopic.OBSERVATIONS).count();
    }

    private TakedownEvent event(WorkloadRecord record) {
        return (TakedownEvent) ((ParseResult.Parsed<?>) parse(record)).value();
    }

    private ParseResult<?> parse(WorkloadRecord record) {
        return readers.parse(
                vn.takedown.compliance.event.InputTopic.named(record.topic().topic()),
                record.value());
    }

    private static List<WorkloadRecord> records(Workload workload) {
        List<WorkloadRecord> records = new ArrayList<>();
        WorkloadStream.write(workload, records::add);
        return records;
    }

    private static List<String> texts(Workload workload) {
        return records(workload).stream()
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .toList();
    }

    private static JsonSchema schema(InputTopic topic) throws IOException {
        try (InputStream in =
                WorkloadStreamTest.class.getResourceAsStream(
                        "/schemas/" + topic.topic() + ".json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(MAPPER.readTree(in));
        }
    }
}
