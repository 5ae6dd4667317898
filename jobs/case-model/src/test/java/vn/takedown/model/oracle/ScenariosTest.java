package vn.takedown.model.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import vn.takedown.model.event.Heartbeat;
import vn.takedown.model.event.Observation;
import vn.takedown.model.event.TakedownEvent;

class ScenariosTest {

    private static final int WORLDS = 2_000;
    private static final long SEVEN_DAYS = 7L * 24 * 60 * 60 * 1000;

    /** What a comparison over random worlds must have met to say anything. */
    private static final List<String> CORNERS =
            List.of(
                    "verdict ON_TIME",
                    "verdict BREACH",
                    "verdict INDETERMINATE",
                    "verdict PENDING",
                    "verdict UNCONFIRMED",
                    "verdict UNOBSERVED",
                    "verdict OVERDUE",
                    "verdict EXCLUDED",
                    "exclusion_reason ALREADY_DOWN",
                    "exclusion_reason UNDELIVERABLE",
                    "exclusion_reason WITHDRAWN",
                    "exclusion_reason HELD",
                    "exclusion_reason MOOT",
                    "state ISSUED",
                    "state DELIVERED",
                    "state HELD",
                    "state PAUSED",
                    "state ACKNOWLEDGED",
                    "state CLAIMED",
                    "state DOWN_UNCONFIRMED",
                    "state REMOVED",
                    "state REINSTATED",
                    "state WITHDRAWN",
                    "state UNDELIVERABLE",
                    "recidivism STRICT",
                    "recidivism LOOSE",
                    "false claim",
                    "geo only",
                    "several removals",
                    "several reinstatements",
                    "withdrawn, not excluded",
                    "no t0",
                    "deadline held open",
                    "deadline moved by a pause",
                    "default policy",
                    "first down at the deadline",
                    "first down one after the deadline",
                    "last up at the deadline",
                    "last up one after the deadline",
                    "first down before t0",
                    "unknown provider",
                    "observation seven days before t0",
                    "repeated event",
                    "equal instants");

    @Provide
    Arbitrary<World> worlds() {
        return Scenarios.worlds();
    }

    @Property(tries = 300)
    void theResultDependsOnTheSetOfEventsOnly(@ForAll("worlds") World world, @ForAll long seed) {
        World shuffled =
                world.withEvents(Scenarios.arrival(world.events(), Long.MAX_VALUE / 4, seed));

        assertThat(BatchOracle.evaluate(shuffled)).isEqualTo(BatchOracle.evaluate(world));
    }

    @Property(tries = 300)
    void arrivalKeepsTheBoundAndTheWordOfHeartbeats(
            @ForAll("worlds") World world, @ForAll long seed) {
        long bound = 30_000;
        List<TakedownEvent> arrived = Scenarios.arrival(world.events(), bound, seed);

        assertThat(arrived).containsExactlyInAnyOrderElementsOf(world.events());
        long youngest = 0;
        long promised = 0;
        for (TakedownEvent event : arrived) {
            assertThat(event.occurredAt()).isGreaterThan(youngest - bound);
            assertThat(event.occurredAt()).isGreaterThanOrEqualTo(promised);
            youngest = Math.max(youngest, event.occurredAt());
            if (event instanceof Heartbeat) {
                promised = Math.max(promised, event.occurredAt());
            }
        }
    }

    @Test
    void aFailingWorldIsReducedToWhatMakesItFail() {
        Predicate<World> hasARemoval =
                world ->
                        BatchOracle.evaluate(world).cases().stream()
                                .anyMatch(item -> item.number("removals") > 0);
        World failing =
                LongStream.range(0, WORLDS)
                        .mapToObj(Scenarios::world)
                        .filter(hasARemoval)
                        .findFirst()
                        .orElseThrow();

        World smallest = Reduction.smallest(failing, hasARemoval);

        assertThat(smallest).matches(hasARemoval);
        assertThat(smallest.events().size()).isBetween(2, 5);
    }

    @Test
    void theSameSeedGivesTheSameWorld() {
        assertThat(Scenarios.world(42)).isEqualTo(Scenarios.world(42));
        assertThat(Scenarios.world(42)).isNotEqualTo(Scenarios.world(43));
    }

    @Test
    void theWorldsReachEveryCornerOfTheContract() {
        Map<String, Integer> seen = new TreeMap<>();
        for (long seed = 0; seed < WORLDS; seed++) {
            World world = Scenarios.world(seed);
            count(seen, world);
            for (OracleCase item : BatchOracle.evaluate(world).cases()) {
                count(seen, world, item);
            }
        }

        assertThat(rareAmong(seen)).as("seen too seldom, of all: %s", seen).isEmpty();
    }

    private static List<String> rareAmong(Map<String, Integer> seen) {
        return CORNERS.stream().filter(corner -> seen.getOrDefault(corner, 0) < 10).toList();
    }

    private static void count(Map<String, Integer> seen, World world) {
        Set<TakedownEvent> events = new HashSet<>(world.events());
        Set<Long> instants = new HashSet<>();
        events.forEach(event -> instants.add(event.occurredAt()));
        add(seen, events.size() < world.events().size(), "repeated event");
        add(seen, instants.size() < events.size(), "equal instants");
    }

    private static void count(Map<String, Integer> seen, World world, OracleCase item) {
        add(seen, true, "verdict " + item.get("verdict"));
        add(seen, true, "exclusion_reason " + item.get("exclusion_reason"));
        add(seen, true, "state " + item.get("state"));
        add(seen, true, "recidivism " + item.get("recidivism"));
        add(seen, item.flag("false_claim"), "false claim");
        add(seen, item.flag("geo_only"), "geo only");
        add(seen, item.number("removals") > 1, "several removals");
        add(seen, item.number("reinstatements") > 1, "several reinstatements");
        add(seen, item.get("policy_id").equals("default"), "default policy");
        add(seen, item.get("provider_name") == null, "unknown provider");
        add(
                seen,
                item.get("withdrawn_at") != null && !item.get("verdict").equals("EXCLUDED"),
                "withdrawn, not excluded");
        Long t0 = item.number("t0");
        Long dueAt = item.number("due_at");
        add(seen, t0 == null, "no t0");
        add(seen, t0 != null && dueAt == null, "deadline held open");
        if (t0 == null || dueAt == null) {
            return;
        }
        // All durations are whole hours, pauses are not always.
        add(seen, (dueAt - t0) % (60 * 60 * 1000) != 0, "deadline moved by a pause");
        add(seen, dueAt.equals(item.get("first_down_at")), "first down at the deadline");
        add(
                seen,
                Long.valueOf(dueAt + 1).equals(item.get("first_down_at")),
                "first down one after the deadline");
        add(seen, dueAt.equals(item.get("last_up_at")), "last up at the deadline");
        add(
                seen,
                Long.valueOf(dueAt + 1).equals(item.get("last_up_at")),
                "last up one after the deadline");
        add(
                seen,
                item.get("first_down_at") != null && item.number("first_down_at") < t0,
                "first down before t0");
        add(
                seen,
                world.events().stream()
                        .filter(Observation.class::isInstance)
                        .anyMatch(event -> event.occurredAt() == t0 - SEVEN_DAYS),
                "observation seven days before t0");
    }

    private static void add(Map<String, Integer> seen, boolean met, String corner) {
        if (met) {
            seen.merge(corner, 1, Integer::sum);
        }
    }
}
