package vn.takedown.model.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import vn.takedown.model.cohort.PeriodFigures;
import vn.takedown.model.oracle.BatchOracle;
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
            assertPeriod(period, periods.get(period.id()));
        }
    }

    private static void assertPeriod(OraclePeriod expected, PeriodFigures actual) {
        Map<String, Object> fields = new TreeMap<>();
        fields.put("issued", actual.issued());
        fields.put("eligible", actual.eligible());
        fields.put("excluded", actual.excluded());
        fields.put("excluded_already_down", actual.excludedAlreadyDown());
        fields.put("excluded_withdrawn", actual.excludedWithdrawn());
        fields.put("excluded_undeliverable", actual.excludedUndeliverable());
        fields.put("excluded_held", actual.excludedHeld());
        fields.put("excluded_moot", actual.excludedMoot());
        fields.put("on_time", actual.onTime());
        fields.put("breach", actual.breach());
        fields.put("indeterminate", actual.indeterminate());
        fields.put("pending", actual.pending());
        fields.put("unconfirmed", actual.unconfirmed());
        fields.put("unobserved", actual.unobserved());
        fields.put("overdue", actual.overdue());
        fields.put("removed", actual.removed());
        fields.put("acknowledged", actual.acknowledged());
        fields.put("claimed", actual.claimed());
        fields.put("false_claims", actual.falseClaims());
        fields.put("reinstated", actual.reinstated());
        fields.put("compliance_low", actual.complianceLow());
        fields.put("compliance_high", actual.complianceHigh());
        fields.put("tta_ms_p50", actual.ttaP50());
        fields.put("tta_ms_p90", actual.ttaP90());
        fields.put("ttr_ms_p50", actual.ttrP50());
        fields.put("ttr_ms_p90", actual.ttrP90());
        fields.put("ttr_ms_p95", actual.ttrP95());
        fields.put("ttr_ms_p99", actual.ttrP99());
        fields.put("km_median_ms", actual.kmMedian());
        fields.put("km_p90_ms", actual.kmP90());
        fields.put("within_1h", actual.within1h());
        fields.put("within_3h", actual.within3h());
        fields.put("within_6h", actual.within6h());
        fields.put("within_24h", actual.within24h());
        fields.put("within_48h", actual.within48h());
        fields.put("within_7d", actual.within7d());
        fields.put("within_14d", actual.within14d());
        fields.put("within_28d", actual.within28d());
        fields.forEach(
                (field, value) ->
                        assertThat(value)
                                .as("%s of %s", field, expected.id())
                                .isEqualTo(expected.get(field)));
    }
}
