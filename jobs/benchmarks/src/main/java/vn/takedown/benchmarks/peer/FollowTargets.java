package vn.takedown.benchmarks.peer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import vn.takedown.benchmarks.worker.Meter;
import vn.takedown.compliance.document.CaseDocument;
import vn.takedown.compliance.document.CaseTransition;
import vn.takedown.compliance.document.DocumentEntries;
import vn.takedown.model.cases.Arrivals;
import vn.takedown.model.cases.CaseChange;
import vn.takedown.model.cases.Cause;
import vn.takedown.model.cases.TargetMachine;
import vn.takedown.model.event.Observation;
import vn.takedown.model.event.TakedownEvent;
import vn.takedown.model.reference.ReferenceBook;

/**
 * Keeps the cases of each target. Events wait in the store until stream time has passed them by the
 * bound; a second store, sorted by instant, tells which targets are due.
 */
final class FollowTargets extends ContextualProcessor<String, TakedownEvent, Void, Void> {

    private static final Duration WAKE = Duration.ofSeconds(10);
    private static final Duration REREAD = Duration.ofSeconds(30);
    private static final Duration MEMORY = Duration.ofHours(24);
    private static final byte[] NOTHING = new byte[0];

    private final long bound;
    private final long refreshInterval;
    private final DocumentEntries documents = new DocumentEntries(1);

    private KeyValueStore<String, FollowedTarget> targets;
    private KeyValueStore<Bytes, byte[]> due;
    private ReferenceBook reference;

    FollowTargets(Duration bound, Duration refreshInterval) {
        this.bound = bound.toMillis();
        this.refreshInterval = refreshInterval.toMillis();
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        super.init(context);
        targets = context.getStateStore(CaseTopology.TARGETS);
        due = context.getStateStore(CaseTopology.DUE);
        readReference();
        context.schedule(WAKE, PunctuationType.STREAM_TIME, this::wake);
        context.schedule(REREAD, PunctuationType.WALL_CLOCK_TIME, now -> readReference());
    }

    private void readReference() {
        reference =
                KnownReference.read(
                        context().getStateStore(CaseTopology.PROVIDERS),
                        context().getStateStore(CaseTopology.POLICIES));
    }

    @Override
    public void process(Record<String, TakedownEvent> record) {
        Meter.begin();
        if (record.key() != null && record.value() != null) {
            accept(record.key(), record.value());
        }
        Meter.read(1);
    }

    private void accept(String key, TakedownEvent event) {
        FollowedTarget followed = targets.get(key);
        if (followed == null) {
            followed = new FollowedTarget();
        }
        // Requests and answers are known for ever, observations for a day (contract section 1).
        long until =
                event instanceof Observation
                        ? event.occurredAt() + MEMORY.toMillis()
                        : FollowedTarget.NEVER;
        if (followed.known.putIfAbsent(hash(event), until) != null) {
            return;
        }
        followed.await(event);
        wakeAt(Math.min(event.occurredAt(), followed.dueAt), key, followed);
        targets.put(key, followed);
    }

    private static long hash(TakedownEvent event) {
        String id = event.eventId();
        long hash = event instanceof Observation ? 1 : 2;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    private void wakeAt(long next, String key, FollowedTarget followed) {
        if (next == followed.dueAt) {
            return;
        }
        if (followed.dueAt != FollowedTarget.NEVER) {
            due.delete(DueKey.of(followed.dueAt, key));
        }
        if (next != FollowedTarget.NEVER) {
            due.put(DueKey.of(next, key), NOTHING);
        }
        followed.dueAt = next;
    }

    private void wake(long streamTime) {
        long now = streamTime - bound;
        List<Bytes> keys = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> passed =
                due.range(DueKey.from(0), DueKey.from(now + 1))) {
            while (passed.hasNext()) {
                KeyValue<Bytes, byte[]> entry = passed.next();
                keys.add(entry.key);
            }
        }
        for (Bytes dueKey : keys) {
            String key = DueKey.target(dueKey);
            FollowedTarget followed = targets.get(key);
            advance(key, followed, now);
            targets.put(key, followed);
        }
    }

    private void advance(String key, FollowedTarget followed, long now) {
        int bar = key.indexOf('|');
        String providerId = key.substring(0, bar);
        String targetKey = key.substring(bar + 1);
        TargetMachine machine =
                new TargetMachine(
                        reference,
                        refreshInterval,
                        change -> publish(change, providerId, targetKey));
        int applied =
                machine.advance(
                        followed.target,
                        followed.waiting,
                        Arrivals.inTime((event, outcome) -> {}),
                        now);
        followed.waiting.subList(0, applied).clear();
        followed.forget(now);
        long next = TargetMachine.nextAlarm(followed.target, Long.MAX_VALUE);
        if (!followed.waiting.isEmpty()) {
            next = Math.min(next, followed.waiting.get(0).occurredAt());
        }
        wakeAt(next, key, followed);
    }

    private void publish(CaseChange change, String providerId, String targetKey) {
        documents.of(
                CaseDocument.of(change, providerId, targetKey, reference.provider(providerId)));
        Meter.document();
        if (change.cause() != Cause.REFRESH) {
            documents.of(CaseTransition.of(change, providerId));
            Meter.document();
        }
    }
}
