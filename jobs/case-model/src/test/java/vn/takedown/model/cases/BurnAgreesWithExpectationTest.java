package vn.takedown.model.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import vn.takedown.model.alerting.Alert;
import vn.takedown.model.alerting.BurnTerms;
import vn.takedown.model.oracle.BurnExpectation;
import vn.takedown.model.oracle.ExpectedAlert;
import vn.takedown.model.oracle.Reduction;
import vn.takedown.model.oracle.Scenarios;
import vn.takedown.model.oracle.World;

/** The rules of burn rates against an expectation from the whole input, on random worlds. */
class BurnAgreesWithExpectationTest {

    @Property(tries = 1_000)
    void everyAlertEqualsTheExpectedOne(@ForAll long seed) {
        World world = Scenarios.world(seed);
        if (!agree(world, seed)) {
            World smallest = Reduction.smallest(world, candidate -> !agree(candidate, seed));
            assertThat(replay(smallest, seed).newest())
                    .as("seed %d, reduced to %s", seed, smallest)
                    .isEqualTo(expected(smallest, seed));
        }
    }

    private static boolean agree(World world, long seed) {
        return replay(world, seed).newest().equals(expected(world, seed));
    }

    @Property(tries = 1_000)
    void anAlertIsWrittenAgainOnlyWhenItFiresEndsOrChangesItsLevel(@ForAll long seed) {
        Map<String, Alert> shown = new HashMap<>();
        for (Alert alert : replay(Scenarios.world(seed), seed).documents()) {
            Alert before = shown.put(alert.key(), alert);
            assertThat(alert.revision()).isEqualTo(before == null ? 1 : before.revision() + 1);
            assertThat(before != null || alert.firing()).isTrue();
            if (before != null) {
                assertThat(
                                before.firing() != alert.firing()
                                        || !before.level().equals(alert.level()))
                        .isTrue();
            }
        }
    }

    @Test
    void theRandomWorldsRaiseAndResolveEveryLevelOfBothWindows() {
        Set<String> seen = new TreeSet<>();
        for (long seed = 0; seed < 400; seed++) {
            for (ExpectedAlert alert : expected(Scenarios.world(seed), seed).values()) {
                String window = alert.key().substring(alert.key().lastIndexOf('|') + 1);
                seen.add(window + alert.level() + (alert.firing() ? " firing" : " resolved"));
            }
        }
        assertThat(seen)
                .contains(
                        "burn-1d1 resolved",
                        "burn-1d2 firing",
                        "burn-1d2 resolved",
                        "burn-3d1 firing",
                        "burn-3d1 resolved");
    }

    private static BurnReplay replay(World world, long seed) {
        return BurnReplay.of(MachineReplay.of(world, seed), terms(seed));
    }

    private static Map<String, ExpectedAlert> expected(World world, long seed) {
        BurnTerms terms = terms(seed);
        return BurnExpectation.of(
                world, BigDecimal.valueOf(terms.targetPerMillion(), 6), terms.minimumDue());
    }

    /** The worlds are small, and so must be what is enough in them. */
    private static BurnTerms terms(long seed) {
        int[] targets = {950_000, 900_000, 500_000};
        return new BurnTerms(
                targets[(int) Math.floorMod(seed, 3L)], 1 + (int) Math.floorMod(seed, 4L));
    }
}
