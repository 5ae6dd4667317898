package vn.takedown.stack.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.takedown.model.event.RequestIssued;

class NationalStreamTest {

    private static final SimulationSettings ORDERED =
            SimulationSettings.demo().withDisorder(Duration.ZERO).withDuplicateShare(0);

    @Test
    void everyRecordOfTheDemoKeepsTheContract() throws IOException {
        ContractRules rules = new ContractRules();
        Map<String, Set<String>> seen = new HashMap<>();
        int records = 0;

        for (SimulatedRecord record : new NationalStream(SimulationSettings.demo())) {
            JsonNode node = rules.check(record);
            for (String field :
                    List.of(
                            "event_type",
                            "status",
                            "action",
                            "category",
                            "urgency",
                            "source",
                            "type",
                            "jurisdiction",
                            "control_status")) {
                // A policy's source is where its text is taken from.
                if (node.has(field) && !record.topic().equals("takedown.policies.v1")) {
                    seen.computeIfAbsent(field, unused -> new TreeSet<>())
                            .add(node.get(field).textValue());
                }
            }
            records++;
        }

        assertThat(records).isBetween(100_000, 200_000);
        Set<String> eventTypes = new HashSet<>(ContractRules.REQUEST_TYPES);
        eventTypes.addAll(ContractRules.ACKNOWLEDGEMENT_TYPES);
        assertThat(seen.get("event_type")).isEqualTo(eventTypes);
        assertThat(seen.get("status")).isEqualTo(ContractRules.STATUSES);
        assertThat(seen.get("action")).isEqualTo(ContractRules.ACTIONS);
        assertThat(seen.get("category")).isEqualTo(ContractRules.CATEGORIES);
        assertThat(seen.get("urgency")).isEqualTo(ContractRules.URGENCIES);
        assertThat(seen.get("source")).isEqualTo(ContractRules.SOURCES);
        assertThat(seen.get("type")).isEqualTo(ContractRules.PROVIDER_TYPES);
        assertThat(seen.get("jurisdiction")).isEqualTo(ContractRules.JURISDICTIONS);
        assertThat(seen.get("control_status")).containsExactly("DOWN", "UP");
    }

    @Test
    void noRecordHoldsAnAddressOrFreeText() {
        for (SimulatedRecord record : new NationalStream(ORDERED.withDays(10))) {
            String text = new String(record.value(), StandardCharsets.UTF_8);
            assertThat(text).doesNotContain("://", "www.", "@", ".vn\"", ".com");
        }
    }

    @Test
    void providersAndPoliciesComeBeforeEveryEvent() {
        Set<String> topics = new LinkedHashSet<>();
        new NationalStream(ORDERED.withDays(3)).forEach(record -> topics.add(record.topic()));

        assertThat(topics)
                .startsWith("takedown.providers.v1", "takedown.policies.v1")
                .contains(
                        "takedown.requests.v1",
                        "takedown.acknowledgements.v1",
                        "takedown.observations.v1");
        Iterator<SimulatedRecord> records = new NationalStream(ORDERED.withDays(3)).iterator();
        boolean eventSeen = false;
        while (records.hasNext()) {
            String topic = records.next().topic();
            boolean reference =
                    topic.equals("takedown.providers.v1") || topic.equals("takedown.policies.v1");
            assertThat(eventSeen && reference).isFalse();
            eventSeen |= !reference;
        }
    }

    @Test
    void withoutDisorderEventsComeInEventTimeOrder() {
        assertThat(greatestLateness(ORDERED)).isZero();
    }

    @Property(tries = 20)
    void noRecordIsLaterThanTheDisorderAllows(
            @ForAll long seed, @ForAll @IntRange(max = 30_000) int disorderMillis) {
        SimulationSettings settings =
                ORDERED.withSeed(seed)
                        .withDays(4)
                        .withItemsPerDay(300)
                        .withDuplicateShare(0.05)
                        .withDisorder(Duration.ofMillis(disorderMillis));

        assertThat(greatestLateness(settings)).isLessThanOrEqualTo(disorderMillis);
    }

    @Test
    void disorderIsReallyThereWhenAskedFor() {
        assertThat(greatestLateness(ORDERED.withDisorder(Duration.ofSeconds(20))))
                .isBetween(10_000L, 20_000L);
    }

    @Test
    void disorderAndDuplicatesChangeNothingButTheDelivery() {
        SimulationSettings few = ORDERED.withDays(5);
        Set<String> ordered = new HashSet<>();
        new NationalStream(few).forEach(record -> ordered.add(text(record)));
        Set<String> disordered = new HashSet<>();
        new NationalStream(few.withDisorder(Duration.ofSeconds(9)).withDuplicateShare(0.1))
                .forEach(record -> disordered.add(text(record)));

        assertThat(disordered).isEqualTo(ordered);
    }

    @Test
    void duplicatesComeInTheShareAskedFor() throws IOException {
        Map<String, Integer> times = eventIds(ORDERED.withDays(6).withDuplicateShare(0.05));

        double repeated = times.values().stream().filter(count -> count == 2).count();
        assertThat(repeated / times.size()).isCloseTo(0.05, within(0.01));
        assertThat(times.values()).allMatch(count -> count <= 2);
    }

    @Test
    void withoutDuplicatesNoEventIdOccursTwice() throws IOException {
        assertThat(eventIds(ORDERED).values()).allMatch(count -> count == 1);
    }

    @Property(tries = 5)
    void equalSettingsGiveEqualBytes(@ForAll long seed) {
        SimulationSettings settings = SimulationSettings.demo().withSeed(seed).withDays(4);
        Iterator<SimulatedRecord> first = new NationalStream(settings).iterator();
        Iterator<SimulatedRecord> second = new NationalStream(settings).iterator();
        while (first.hasNext()) {
            SimulatedRecord record = first.next();
            SimulatedRecord same = second.next();
            assertThat(same.topic()).isEqualTo(record.topic());
            assertThat(same.key()).isEqualTo(record.key());
            assertThat(same.value()).isEqualTo(record.value());
            assertThat(same.occurredAtMillis()).isEqualTo(record.occurredAtMillis());
        }
        assertThat(second.hasNext()).isFalse();
    }

    @Test
    void anotherSeedGivesAnotherStream() {
        Set<String> keys = new HashSet<>();
        new NationalStream(ORDERED.withDays(3).withSeed(1))
                .forEach(record -> keys.add(record.key()));
        Set<String> others = new HashSet<>();
        new NationalStream(ORDERED.withDays(3).withSeed(2))
                .forEach(record -> others.add(record.key()));
        others.retainAll(keys);

        assertThat(others).noneMatch(key -> key.length() > 64);
    }

    @Test
    void theNumberOfItemsIsTheOneAskedFor() {
        EventTimeOrder events =
                new NationalStream(ORDERED.withDays(56).withItemsPerDay(200)).events();
        long issued = 0;
        while (events.hasNext()) {
            if (events.next() instanceof RequestIssued) {
                issued++;
            }
        }

        assertThat(issued / 56.0).isCloseTo(200, within(15.0));
    }

    @Test
    void aMillionRecordsNeedNoMoreOpenItemsThanTheCrawlerFollowsAtOnce() {
        SimulationSettings settings = ORDERED.withItemsPerDay(150).withDays(150);
        EventTimeOrder events = new NationalStream(settings).events();
        long half = settings.start().plus(Duration.ofDays(90)).toEpochMilli();
        int mostInTheFirstHalf = 0;
        long records = 0;
        while (events.hasNext()) {
            if (events.next().occurredAt() < half) {
                mostInTheFirstHalf = events.mostOpen();
            }
            records++;
        }

        assertThat(records).isGreaterThan(1_000_000);
        assertThat(mostInTheFirstHalf).isPositive();
        assertThat(events.mostOpen()).isLessThan(mostInTheFirstHalf * 5 / 4);
        assertThat(events.mostOpen()).isLessThan(150 * 60);
    }

    private static long greatestLateness(SimulationSettings settings) {
        long newest = Long.MIN_VALUE;
        long greatest = 0;
        for (SimulatedRecord record : new NationalStream(settings)) {
            newest = Math.max(newest, record.occurredAtMillis());
            greatest = Math.max(greatest, newest - record.occurredAtMillis());
        }
        return greatest;
    }

    private static Map<String, Integer> eventIds(SimulationSettings settings) throws IOException {
        ObjectMapper json = new ObjectMapper();
        Map<String, Integer> times = new TreeMap<>();
        for (SimulatedRecord record : new NationalStream(settings)) {
            JsonNode eventId = json.readTree(record.value()).get("event_id");
            if (eventId != null) {
                times.merge(record.topic() + " " + eventId.textValue(), 1, Integer::sum);
            }
        }
        return times;
    }

    private static String text(SimulatedRecord record) {
        return record.topic() + " " + new String(record.value(), StandardCharsets.UTF_8);
    }
}
