package vn.takedown.compliance.simulation;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import vn.takedown.compliance.event.InputTopic;
import vn.takedown.compliance.ingest.RecordJson;
import vn.takedown.compliance.source.InputRecord;
import vn.takedown.compliance.source.RecordReaders;
import vn.takedown.model.event.Acknowledgement;
import vn.takedown.model.event.CaseEvent;
import vn.takedown.model.event.Heartbeat;
import vn.takedown.model.event.Observation;
import vn.takedown.model.event.TakedownEvent;
import vn.takedown.model.oracle.Scenarios;
import vn.takedown.model.oracle.World;
import vn.takedown.model.reference.Policy;
import vn.takedown.model.reference.Provider;

/**
 * A world as records in partitions: in a random order of arrival within the bound, with repeats,
 * with records that are no events, and closed by a heartbeat on every partition.
 */
final class TopicContents {

    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final InputTopic[] TOPICS = InputTopic.values();

    /** What no topic can read, each for another reason. */
    private static final List<String> NO_EVENTS =
            List.of(
                    "",
                    "{",
                    "[]",
                    "null",
                    "{\"schema_version\":7}",
                    "{\"event_id\":1,\"event_id\":2}");

    private record Entry(byte[] key, byte[] value, TakedownEvent event) {}

    private final Map<Partition, List<Entry>> entries = new LinkedHashMap<>();
    private final Map<InputTopic, Integer> partitions = new EnumMap<>(InputTopic.class);
    private final Map<String, byte[]> deadLetters = new TreeMap<>();
    private final Random random;

    private TopicContents(Random random) {
        this.random = random;
        for (InputTopic topic : TOPICS) {
            int count = 1 + random.nextInt(topic.isReference() ? 2 : 3);
            partitions.put(topic, count);
            for (int number = 0; number < count; number++) {
                entries.put(new Partition(topic, number), new ArrayList<>());
            }
        }
    }

    /**
     * @param disorder see {@link Scenarios#arrival}
     */
    static TopicContents of(World world, Duration disorder, long seed) {
        TopicContents contents = new TopicContents(new Random(seed));
        contents.addReferenceData(world);
        for (TakedownEvent event : Scenarios.arrival(world.events(), disorder.toMillis(), seed)) {
            contents.add(contents.anyPartition(contents.topicOf(event)), event);
        }
        contents.addPromises(world);
        contents.repeatLate();
        contents.addHeartbeats(world);
        contents.addNoEvents();
        return contents;
    }

    private Partition anyPartition(InputTopic topic) {
        return new Partition(topic, random.nextInt(partitions.get(topic)));
    }

    /** A heartbeat may come on any topic. */
    private InputTopic topicOf(TakedownEvent event) {
        if (event instanceof Heartbeat) {
            return TOPICS[random.nextInt(TOPICS.length)];
        }
        if (event instanceof Observation) {
            return InputTopic.OBSERVATIONS;
        }
        return event instanceof Acknowledgement ? InputTopic.ACKNOWLEDGEMENTS : InputTopic.REQUESTS;
    }

    private void addReferenceData(World world) {
        for (Provider provider : world.providers()) {
            Partition partition = anyPartition(InputTopic.PROVIDERS);
            if (random.nextInt(4) == 0) {
                add(partition, provider.providerId(), RecordJson.json(renamed(provider)));
            }
            add(partition, provider.providerId(), RecordJson.json(provider));
        }
        for (Policy policy : world.policies()) {
            if (policy.effectiveTo() != null && policy.effectiveTo() <= policy.effectiveFrom()) {
                // Never in force, so without effect; as a record it would be a dead letter.
                continue;
            }
            add(
                    anyPartition(InputTopic.POLICIES),
                    policy.policyId() + '|' + policy.version(),
                    RecordJson.json(policy));
        }
    }

    private static Provider renamed(Provider provider) {
        return new Provider(
                provider.providerId(),
                "Name that was replaced",
                provider.type(),
                provider.jurisdiction(),
                provider.country(),
                Set.of());
    }

    private void add(Partition partition, String key, Object json) {
        entries.get(partition).add(new Entry(bytes(key), bytes(json.toString()), null));
    }

    private void add(Partition partition, TakedownEvent event) {
        entries.get(partition).add(entry(event));
    }

    private static Entry entry(TakedownEvent event) {
        String key = "";
        if (event instanceof CaseEvent about) {
            key = about.providerId() + '|' + about.targetKey();
        } else if (event instanceof Observation observation) {
            key = observation.providerId() + '|' + observation.targetKey();
        }
        return new Entry(bytes(key), bytes(RecordJson.json(event).toString()), event);
    }

    /**
     * Heartbeats between the events, on all partitions alike: without them the emptiest partition
     * would hold time back to the end.
     */
    private void addPromises(World world) {
        int count = world.events().isEmpty() ? 0 : random.nextInt(3) * random.nextInt(8);
        for (int number = 0; number < count; number++) {
            long instant = world.events().get(random.nextInt(world.events().size())).occurredAt();
            for (Map.Entry<Partition, List<Entry>> partition : entries.entrySet()) {
                if (!partition.getKey().topic().isReference()) {
                    promise(partition.getValue(), new Heartbeat("promise-" + number, instant));
                }
            }
        }
    }

    /** Puts the heartbeat to the first place at which it is kept. */
    private static void promise(List<Entry> partition, Heartbeat heartbeat) {
        int place = partition.size();
        while (place > 0
                && partition.get(place - 1).event().occurredAt() >= heartbeat.occurredAt()) {
            place--;
        }
        partition.add(place, entry(heartbeat));
    }

    /**
     * Repeats some events long after the bound, on their own partitions: requests and answers at
     * any time, observations within 24 hours of event time (contract section 1).
     */
    private void repeatLate() {
        for (List<Entry> partition : entries.values()) {
            for (Entry original : List.copyOf(partition)) {
                if (original.event() == null
                        || original.event() instanceof Heartbeat
                        || random.nextInt(20) > 0) {
                    continue;
                }
                int first = partition.indexOf(original) + 1;
                int last = lastPlaceOfRepeat(partition, first, original.event());
                partition.add(first + random.nextInt(last - first + 1), original);
            }
        }
    }

    private static int lastPlaceOfRepeat(List<Entry> partition, int first, TakedownEvent original) {
        int last = first;
        while (last < partition.size()
                && (partition.get(last).event() == null
                        || partition.get(last).event().occurredAt()
                                <= original.occurredAt() + DAY)) {
            last++;
        }
        return last;
    }

    /**
     * {@code replay} closes every partition so: nothing will follow, and time is the same on all.
     */
    private void addHeartbeats(World world) {
        long latest = world.events().stream().mapToLong(TakedownEvent::occurredAt).max().orElse(0);
        if (!world.events().isEmpty()) {
            for (Partition partition : entries.keySet()) {
                add(partition, new Heartbeat("closing-" + partition.number(), latest));
            }
        }
    }

    private void addNoEvents() {
        for (Map.Entry<Partition, List<Entry>> partition : entries.entrySet()) {
            while (random.nextInt(3) == 0) {
                byte[] value = bytes(NO_EVENTS.get(random.nextInt(NO_EVENTS.size())));
                List<Entry> records = partition.getValue();
                records.add(
                        random.nextInt(records.size() + 1),
                        new Entry(random.nextBoolean() ? null : bytes("key"), value, null));
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    List<Partition> partitions() {
        return List.copyOf(entries.keySet());
    }

    int size(Partition partition) {
        return entries.get(partition).size();
    }

    int size() {
        return entries.values().stream().mapToInt(List::size).sum();
    }

    /**
     * The record as the source gives it.
     *
     * @param readers those of the thread that reads
     */
    InputRecord read(Partition partition, int offset, RecordReaders readers) {
        Entry entry = entries.get(partition).get(offset);
        InputRecord input = new InputRecord();
        input.topic = partition.topic().ordinal();
        input.partition = partition.number();
        input.offset = offset;
        input.timestamp = timestamp(offset);
        input.key = entry.key();
        input.value = entry.value();
        input.parsed = readers.parse(partition.topic(), entry.value());
        return input;
    }

    /** The latest event time on the partition up to and with the record. */
    long time(Partition partition, int offset) {
        return entries.get(partition).subList(0, offset + 1).stream()
                .filter(entry -> entry.event() != null)
                .mapToLong(entry -> entry.event().occurredAt())
                .max()
                .orElse(Long.MIN_VALUE);
    }

    private static long timestamp(int offset) {
        return 1_700_000_000_000L + offset;
    }

    // ---- What must become of the records

    /** How many records, heartbeats, repeats and dead letters each topic holds. */
    TopicCounts counts(InputTopic topic) {
        Set<String> ids = new HashSet<>();
        long read = 0;
        long heartbeats = 0;
        long duplicates = 0;
        long dead = 0;
        for (Partition partition : entries.keySet()) {
            if (partition.topic() != topic) {
                continue;
            }
            for (Entry entry : entries.get(partition)) {
                read++;
                if (isNoEvent(entry)) {
                    dead++;
                } else if (entry.event() instanceof Heartbeat) {
                    heartbeats++;
                } else if (entry.event() != null && !ids.add(entry.event().eventId())) {
                    duplicates++;
                }
            }
        }
        return new TopicCounts(read, heartbeats, duplicates, dead);
    }

    private static boolean isNoEvent(Entry entry) {
        return entry.event() == null
                && NO_EVENTS.contains(new String(entry.value(), StandardCharsets.UTF_8));
    }

    /** {@code topic|partition|offset} → the bytes that are no event. */
    Map<String, byte[]> deadLetters() {
        entries.forEach(
                (partition, records) -> {
                    for (int offset = 0; offset < records.size(); offset++) {
                        if (isNoEvent(records.get(offset))) {
                            deadLetters.put(
                                    partition.topic().topicName()
                                            + '|'
                                            + partition.number()
                                            + '|'
                                            + offset,
                                    records.get(offset).value());
                        }
                    }
                });
        return deadLetters;
    }
}
