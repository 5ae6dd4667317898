package vn.takedown.compliance.simulation;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import vn.takedown.model.oracle.Reduction;
import vn.takedown.model.oracle.Scenarios;
import vn.takedown.model.oracle.World;

/**
 * The whole pipeline against the batch oracle: whatever the order of arrival, the partitions, the
 * parallelism and the restarts, the documents are those of the set of events.
 */
class PipelineAgreesWithOracleTest {

    private static final Duration WITHIN_LATENESS = Duration.ofHours(12);

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void documentsAndCountsAreTheOraclesHoweverTheRecordsCome(@ForAll long seed) {
        assertAgreement(new Run(seed, PipelineSimulation.BOUND, new HashMapStateBackend()));
    }

    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    void theSameHoldsForStateInRocksDb(@ForAll long seed) {
        assertAgreement(new Run(seed, PipelineSimulation.BOUND, new EmbeddedRocksDBStateBackend()));
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void theSameHoldsForEventsThatComeTooLateForTheWatermark(@ForAll long seed) {
        assertAgreement(new Run(seed, WITHIN_LATENESS, new HashMapStateBackend()));
    }

    private static final Duration REDUCTION = Duration.ofSeconds(30);

    private record Run(long seed, Duration disorder, StateBackend backend) {

        /** What is not as the oracle says, null when all is. */
        Throwable failure(World world) {
            try {
                Agreement.check(world, PipelineSimulation.run(world, disorder, seed, backend));
                return null;
            } catch (AssertionError | Exception failure) {
                return failure;
            }
        }
    }

    private static void assertAgreement(Run run) {
        World world = Scenarios.world(run.seed());
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
