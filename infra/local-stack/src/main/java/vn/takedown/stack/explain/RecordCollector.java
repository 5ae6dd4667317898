package vn.takedown.stack.explain;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.takedown.compliance.ingest.ParseResult;
import vn.takedown.compliance.ingest.ReferenceRecord;
import vn.takedown.compliance.source.RecordReaders;
import vn.takedown.model.event.CaseEvent;
import vn.takedown.model.event.Observation;
import vn.takedown.model.event.RequestIssued;
import vn.takedown.model.event.TakedownEvent;
import vn.takedown.model.explanation.ReceivedEvent;
import vn.takedown.model.reference.ReferenceBook;
import vn.takedown.stack.topic.InputTopic;

/**
 * Picks out of records, read by the job's own parsers, what concerns one case. Requests have to
 * come before observations, because they name the target.
 */
final class RecordCollector {

    /** An event and where it lay. */
    private record Found(TakedownEvent event, String id) {}

    private final String caseId;
    private final RecordReaders readers = new RecordReaders();
    private final ReferenceBook reference = new ReferenceBook();
    private final Set<String> targets = new HashSet<>();
    private final List<Found> found = new ArrayList<>();
    private long latest = Long.MIN_VALUE;

    RecordCollector(String caseId) {
        this.caseId = caseId;
    }

    /**
     * Takes in one record.
     *
     * @param key null when the record has none
     * @param value null for a record that deletes the entry of its key
     * @param id {@code topic|partition|offset}; null when it does not come from Kafka
     */
    void take(InputTopic topic, byte[] key, byte[] value, String id) {
        if (value == null && key != null && topic.isCompacted()) {
            delete(topic, new String(key, StandardCharsets.UTF_8));
            return;
        }
        ParseResult<?> parsed =
                readers.parse(vn.takedown.compliance.event.InputTopic.named(topic.topic()), value);
        if (parsed instanceof ParseResult.Parsed<?> accepted) {
            if (accepted.value() instanceof ReferenceRecord entry) {
                put(entry);
            } else if (accepted.value() instanceof TakedownEvent event) {
                put(event, id);
            }
        }
    }

    private void put(ReferenceRecord entry) {
        if (entry instanceof ReferenceRecord.ProviderRecord provider) {
            reference.put(provider.provider());
        } else if (entry instanceof ReferenceRecord.PolicyRecord policy) {
            reference.put(policy.policy());
        }
    }

    private void delete(InputTopic topic, String key) {
        if (topic == InputTopic.PROVIDERS) {
            reference.removeProvider(key);
            return;
        }
        int bar = key.lastIndexOf('|');
        if (bar > 0 && key.substring(bar + 1).matches("[0-9]{1,9}")) {
            reference.removePolicy(key.substring(0, bar), Integer.parseInt(key.substring(bar + 1)));
        }
    }

    private void put(TakedownEvent event, String id) {
        latest = Math.max(latest, event.occurredAt());
        if (event instanceof CaseEvent step && step.caseId().equals(caseId)) {
            found.add(new Found(event, id));
            if (event instanceof RequestIssued) {
                targets.add(step.providerId() + "|" + step.targetKey());
            }
        } else if (event instanceof Observation look
                && targets.contains(look.providerId() + "|" + look.targetKey())) {
            found.add(new Found(event, id));
        }
    }

    /** {@code provider_id|target_key} of every {@code ISSUED} of the case. */
    Set<String> targets() {
        return Set.copyOf(targets);
    }

    /** Where the picked events lay in Kafka. */
    List<String> ids() {
        return found.stream().map(Found::id).toList();
    }

    /**
     * @param tooLate the ids of events that the job made dead letters because they came too late
     */
    CaseRecords records(Set<String> tooLate) {
        return new CaseRecords(
                reference,
                found.stream()
                        .map(
                                one ->
                                        new ReceivedEvent(
                                                one.event(),
                                                one.id() != null && tooLate.contains(one.id())))
                        .toList(),
                latest);
    }
}
