package vn.takedown.benchmarks.nightly;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.takedown.benchmarks.workload.Workload;
import vn.takedown.benchmarks.workload.WorkloadRecord;
import vn.takedown.benchmarks.workload.WorkloadStream;
import vn.takedown.compliance.event.InputTopic;
import vn.takedown.compliance.ingest.ParseResult;
import vn.takedown.compliance.ingest.ReferenceRecord;
import vn.takedown.compliance.source.RecordReaders;
import vn.takedown.model.cases.Arrivals;
import vn.takedown.model.cases.CaseChange;
import vn.takedown.model.cases.CaseFigures;
import vn.takedown.model.cases.CaseIdentity;
import vn.takedown.model.cases.EventOrder;
import vn.takedown.model.cases.TargetMachine;
import vn.takedown.model.cases.TargetState;
import vn.takedown.model.cohort.ContentHistory;
import vn.takedown.model.event.TakedownEvent;
import vn.takedown.model.reference.ReferenceBook;

/** What the case machine says of the cases of a workload, a row for each as the query gives it. */
final class MachineFigures {

    private static final long REFRESH = Duration.ofHours(1).toMillis();

    private record Case(CaseIdentity identity, CaseFigures figures) {}

    private final RecordReaders readers = new RecordReaders();
    private final ReferenceBook book = new ReferenceBook();
    private final Map<String, Set<TakedownEvent>> targets = new HashMap<>();
    private final Map<String, Case> cases = new TreeMap<>();
    private final Map<String, ContentHistory> contents = new HashMap<>();
    private final Map<String, String> contentOfCase = new HashMap<>();

    private MachineFigures() {}

    /**
     * @param cutOff {@code T}, milliseconds since the epoch
     */
    static Map<String, String> of(Workload workload, long cutOff) {
        MachineFigures machine = new MachineFigures();
        WorkloadStream.write(workload, machine::read);
        machine.targets.forEach((key, events) -> machine.follow(key, events, cutOff));
        machine.compareContents();
        Map<String, String> rows = new TreeMap<>();
        machine.cases.forEach((caseId, one) -> rows.put(caseId, machine.row(caseId, one)));
        return rows;
    }

    private void read(WorkloadRecord record) {
        Object value =
                ((ParseResult.Parsed<?>)
                                readers.parse(
                                        InputTopic.named(record.topic().topic()), record.value()))
                        .value();
        if (value instanceof ReferenceRecord.ProviderRecord entry) {
            book.put(entry.provider());
        } else if (value instanceof ReferenceRecord.PolicyRecord entry) {
            book.put(entry.policy());
        } else {
            targets.computeIfAbsent(record.key(), key -> new LinkedHashSet<>())
                    .add((TakedownEvent) value);
        }
    }

    private void follow(String key, Set<TakedownEvent> events, long cutOff) {
        TargetMachine machine = new TargetMachine(book, REFRESH, change -> note(key, change));
        TargetState target = new TargetState();
        List<TakedownEvent> ordered = events.stream().sorted(EventOrder.COMPARATOR).toList();
        machine.advance(target, ordered, Arrivals.inTime((event, outcome) -> {}), cutOff);
        machine.flush(target, cutOff);
    }

    private void note(String key, CaseChange change) {
        CaseIdentity identity = change.facts().identity();
        cases.put(identity.caseId(), new Case(identity, change.after()));
        if (identity.contentKey() != null) {
            String provider = key.substring(0, key.indexOf('|'));
            contentOfCase.put(identity.caseId(), provider + "|" + identity.contentKey());
        }
    }

    private void compareContents() {
        contentOfCase.forEach(
                (caseId, content) ->
                        contents.computeIfAbsent(content, key -> new ContentHistory())
                                .put(
                                        new ContentHistory.Entry(
                                                caseId,
                                                cases.get(caseId).identity().issuedAt(),
                                                cases.get(caseId).figures().confirmedDownAt())));
    }

    private String row(String caseId, Case one) {
        CaseFigures figures = one.figures();
        String content = contentOfCase.get(caseId);
        ContentHistory.Answer answer =
                content == null ? ContentHistory.Answer.NONE : contents.get(content).answer(caseId);
        return Stream.of(
                        caseId,
                        figures.state(),
                        figures.verdict(),
                        figures.start(),
                        figures.dueAt(),
                        figures.acknowledgedAt(),
                        figures.claimedAt(),
                        figures.lastUpAt(),
                        figures.firstDownAt(),
                        figures.confirmedDownAt(),
                        figures.reappearedAt(),
                        figures.ackElapsed(),
                        figures.removalLow(),
                        figures.removalHigh(),
                        figures.falseClaimAt(),
                        figures.removals(),
                        figures.reinstatements(),
                        figures.observations(),
                        answer.recidivism(),
                        answer.priorCases())
                .map(value -> value == null ? "" : value.toString())
                .collect(Collectors.joining("\t"));
    }
}
