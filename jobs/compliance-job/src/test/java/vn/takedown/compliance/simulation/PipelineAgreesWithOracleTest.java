package vn.takedown.compliance.simulation;

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

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void documentsAndCountsAreTheOraclesHoweverTheRecordsCome(@ForAll long seed) throws Exception {
        assertAgreement(seed, new HashMapStateBackend());
    }

    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    void theSameHoldsForStateInRocksDb(@ForAll long seed) throws Exception {
        assertAgreement(seed, new EmbeddedRocksDBStateBackend());
    }

    private static void assertAgreement(long seed, StateBackend backend) throws Exception {
        World world = Scenarios.world(seed);
        try {
            Agreement.check(world, PipelineSimulation.run(world, seed, backend));
        } catch (AssertionError | Exception failure) {
            World smallest =
                    Reduction.smallest(world, candidate -> disagrees(candidate, seed, backend));
            throw new AssertionError(
                    "seed %d, reduced to %s".formatted(seed, smallest),
                    failureOf(smallest, seed, backend));
        }
    }

    private static boolean disagrees(World world, long seed, StateBackend backend) {
        return failureOf(world, seed, backend) != null;
    }

    private static Throwable failureOf(World world, long seed, StateBackend backend) {
        try {
            Agreement.check(world, PipelineSimulation.run(world, seed, backend));
            return null;
        } catch (AssertionError | Exception failure) {
            return failure;
        }
    }
}
