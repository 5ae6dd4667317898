package vn.takedown.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.takedown.compliance.event.InputTopic;
import vn.takedown.compliance.ingest.ParseResult;
import vn.takedown.compliance.ingest.ReferenceRecord;
import vn.takedown.compliance.source.RecordReaders;
import vn.takedown.model.event.RequestIssued;
import vn.takedown.model.reference.ReferenceBook;

class SteadyStreamTest {

    private static final long NOW = 1_785_542_400_000L;

    private final RecordReaders readers = new RecordReaders();
    private final List<WorkloadRecord> records = new ArrayList<>();
    private final SteadyStream stream = new SteadyStream(3, records::add);

    @Test
    void everyRecordIsParsedByTheJobAndHappensNow() {
        stream.begin(NOW);
        for (int i = 0; i < 10; i++) {
            stream.look(NOW + i);
        }
        stream.request(NOW + 10);

        assertThat(records)
                .allSatisfy(
                        record -> assertThat(parse(record)).isInstanceOf(ParseResult.Parsed.class));
        assertThat(records.get(records.size() - 1).occurredAt()).isEqualTo(NOW + 10);
    }

    @Test
    void aNewRequestHasAnotherTargetAndAShortClock() {
        stream.begin(NOW);
        String caseId = stream.request(NOW);

        RequestIssued issued = (RequestIssued) value(records.get(records.size() - 1));
        assertThat(issued.caseId()).isEqualTo(caseId).isEqualTo("request-3/1");
        assertThat(book().policyFor(issued).duration()).isEqualTo(SteadyStream.SHORT_CLOCK);
    }

    private ReferenceBook book() {
        ReferenceBook book = new ReferenceBook();
        for (WorkloadRecord record : records) {
            if (record.topic().isCompacted()
                    && value(record) instanceof ReferenceRecord.PolicyRecord policy) {
                book.put(policy.policy());
            }
        }
        return book;
    }

    private Object value(WorkloadRecord record) {
        return ((ParseResult.Parsed<?>) parse(record)).value();
    }

    private ParseResult<?> parse(WorkloadRecord record) {
        return readers.parse(InputTopic.named(record.topic().topic()), record.value());
    }
}
