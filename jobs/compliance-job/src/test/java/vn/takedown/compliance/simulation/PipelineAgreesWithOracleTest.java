package vn.takedown.compliance.simulation;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import vn.takedown.model.event.RequestIssued;
import vn.takedown.model.event.TakedownEvent;
import vn.takedown.model.oracle.Reduction;
import vn.takedown.model.oracle.Scenarios;
import vn.takedown.model.oracle.World;

/**
 * The whole pipeline against the batch oracle: whatever the order of arrival, the partitions, the
 * parallelism and the restarts, the documents are those of the set of events.
 */
class PipelineAgreesWithOracleTest {

    private static final Duration WITHIN_LATENESS = Duration.ofHours(12);

    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void documentsAndCountsAreTheOraclesHoweverTheRecordsCome(@ForAll long seed) {
        assertAgreement(
                Scenarios.world(seed),
                new Run(seed, PipelineSimulation.BOUND, new HashMapStateBackend()));
    }

    /** State on the heap is the very object that the cache let go of, with all its marks. */
    @Example
    void aTargetThatHasLeftTheCacheForTheHeapIsStillWoken() {
        assertAgreement(
                Scenarios.world(953109),
                new Run(953109, PipelineSimulation.BOUND, new HashMapStateBackend()));
    }

    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    void theSameHoldsForStateInRocksDb(@ForAll long seed) {
        assertAgreement(
                Scenarios.world(seed),
                new Run(seed, PipelineSimulation.BOUND, new EmbeddedRocksDBStateBackend()));
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void theSameHoldsForEventsThatComeTooLateForTheWatermark(@ForAll long seed) {
        assertAgreement(
                withOneIssuedPerCase(Scenarios.world(seed)),
                new Run(seed, WITHIN_LATENESS, new HashMapStateBackend()));
    }

    private static final Duration REDUCTION = Duration.ofSeconds(30);

    private record Run(long seed, Duration disorder, StateBackend backend) {

        /** What is not as the oracle says, null when all is. */
        Throwable failure(World world) {
            try {
                PipelineSimulation.Outcome outcome =
                        PipelineSimulation.run(world, disorder, seed, backend);
                Agreement.check(world, outcome, disorder.compareTo(PipelineSimulation.BOUND) > 0);
                if (disorder.equals(PipelineSimulation.BOUND)) {
                    StandingAgreement.checkBurnAlerts(world, outcome);
                }
                return null;
            } catch (AssertionError | Exception failure) {
                return failure;
            }
        }
    }

    /** When two are late, which of them comes first decides, and not which is earlier. */
    private static World withOneIssuedPerCase(World world) {
        Map<String, TakedownEvent> first = new HashMap<>();
        return world.withEvents(
                world.events().stream()
                        .filter(
                                event ->
                                        !(event instanceof RequestIssued issued)
                                                || event.equals(
                                                        first.computeIfAbsent(
                                                                issued.caseId(), id -> event)))
                        .toList());
    }

    private static void assertAgreement(World world, Run run) {
        Throwable failure = run.failure(world);
        if (failure != null) {
            World smaller = reduced(world, run);
            AssertionError report =
                    new AssertionError(
                            "seed %d: %s; reduced to %s"
                                    .formatted(run.seed(), failure.getMessage(), smaller),
                            failure);
            report.addSuppressed(run.failure(smaller));
            throw report;
        }
    }

    /** As small as can be found in reasonable time. */
    private static World reduced(World world, Run run) {
        long end = System.nanoTime() + REDUCTION.toNanos();
        return Reduction.smallest(
                world,
                candidate ->
                        candidate.equals(world)
                                || System.nanoTime() < end && run.failure(candidate) != null);
    }
}
