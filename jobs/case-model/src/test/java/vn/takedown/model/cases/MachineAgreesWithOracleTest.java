package vn.takedown.model.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import vn.takedown.model.cohort.PeriodFigures;
import vn.takedown.model.oracle.BatchOracle;
import vn.takedown.model.oracle.CoverageOracle;
import vn.takedown.model.oracle.OracleCase;
import vn.takedown.model.oracle.OraclePeriod;
import vn.takedown.model.oracle.OracleResult;
import vn.takedown.model.oracle.Reduction;
import vn.takedown.model.oracle.Scenarios;
import vn.takedown.model.oracle.World;

/** The case machine against the batch oracle, on random worlds, in random steps of time. */
class MachineAgreesWithOracleTest {

    /** Per cent. */
    private static final int LATE = 30;

    @Property(tries = 10_000)
    void everyFieldOfEveryCaseEqualsTheOracles(@ForAll long seed) {
        World world = Scenarios.world(seed);
        if (!casesAgree(world, seed)) {
            World smallest = Reduction.smallest(world, candidate -> !casesAgree(candidate, seed));
            assertThat(MachineReplay.of(smallest, seed).cases())
                    .as("seed %d, reduced to %s", seed, smallest)
                    .isEqualTo(oracleCases(smallest));
        }
    }

    private static boolean casesAgree(World world, long seed) {
        return MachineReplay.of(world, seed).cases().equals(oracleCases(world));
    }

    @Property(tries = 10_000)
    void eventsThatComeLateGiveTheSameCasesInTheEnd(@ForAll long seed) {
        World world = Scenarios.world(seed);
        if (!agreeInTheEnd(world, seed)) {
            World smallest = Reduction.smallest(world, other -> !agreeInTheEnd(other, seed));
            assertThat(MachineReplay.withLateEvents(smallest, seed, LATE).cases())
                    .as("seed %d, reduced to %s", seed, smallest)
                    .isEqualTo(oracleCases(smallest));
        }
    }

    private static boolean agreeInTheEnd(World world, long seed) {
        return MachineReplay.withLateEvents(world, seed, LATE).cases().equals(oracleCases(world));
    }

    @Property(tries = 3_000)
    void theCoverageOfEveryHourEqualsTheOracles(@ForAll long seed) {
        World world = Scenarios.world(seed);
        if (!coverageAgrees(world, seed)) {
            World smallest = Reduction.smallest(world, other -> !coverageAgrees(other, seed));
            assertThat(coverage(smallest, seed))
                    .as("seed %d, reduced to %s", seed, smallest)
                    .isEqualTo(CoverageOracle.evaluate(smallest));
        }
    }

    private static boolean coverageAgrees(World world, long seed) {
        return coverage(world, seed).equals(CoverageOracle.evaluate(world));
    }

    private static Map<String, Map<String, Object>> coverage(World world, long seed) {
        return MachineReplay.withLateEvents(world, seed, seed % 2 == 0 ? 0 : LATE).coverage();
    }

    private static Map<String, Map<String, Object>> oracleCases(World world) {
        Map<String, Map<String, Object>> cases = new TreeMap<>();
        for (OracleCase expected : BatchOracle.evaluate(world).cases()) {
            cases.put(expected.caseId(), expected.fields());
        }
        return cases;
    }

    @Property(tries = 3_000)
    void everyFigureOfEveryPeriodEqualsTheOracles(@ForAll long seed) {
        World world = Scenarios.world(seed);
        OracleResult expected = BatchOracle.evaluate(world);
        int late = seed % 2 == 0 ? 0 : LATE;
        Map<String, PeriodFigures> periods =
                MachineReplay.withLateEvents(world, seed, late).periods();
        assertThat(periods.keySet())
                .containsExactlyElementsOf(
                        new TreeMap<>(
                                        expected.periods().stream()
                                                .collect(
                                                        java.util.stream.Collectors.toMap(
                                                                OraclePeriod::id, id -> id)))
                                .keySet());
        for (OraclePeriod period : expected.periods()) {
            assertThat(MachineDocuments.of(period.id(), periods.get(period.id())))
                    .as(period.id())
                    .isEqualTo(period.fields());
        }
    }
}
