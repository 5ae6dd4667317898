package vn.takedown.model.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import vn.takedown.model.alerting.Alert;
import vn.takedown.model.alerting.AlertKind;
import vn.takedown.model.oracle.AlertExpectation;
import vn.takedown.model.oracle.ExpectedAlert;
import vn.takedown.model.oracle.Reduction;
import vn.takedown.model.oracle.Scenarios;
import vn.takedown.model.oracle.World;

/** The rules of alerts against an expectation from the whole input, on random worlds. */
class AlertsAgreeWithExpectationTest {

    /** Per cent. */
    private static final int LATE = 30;

    @Property(tries = 1_000)
    void everyAlertEqualsTheExpectedOne(@ForAll long seed) {
        World world = Scenarios.world(seed);
        if (!agree(world, seed)) {
            World smallest = Reduction.smallest(world, candidate -> !agree(candidate, seed));
            assertThat(AlertReplay.of(MachineReplay.of(smallest, seed)).newest())
                    .as("seed %d, reduced to %s", seed, smallest)
                    .isEqualTo(AlertExpectation.of(smallest));
        }
    }

    private static boolean agree(World world, long seed) {
        return AlertReplay.of(MachineReplay.of(world, seed))
                .newest()
                .equals(AlertExpectation.of(world));
    }

    @Property(tries = 1_000)
    void eventsThatComeLateLeaveTheSameAlertsFiringInTheEnd(@ForAll long seed) {
        World world = Scenarios.world(seed);
        if (!agreeInTheEnd(world, seed)) {
            World smallest = Reduction.smallest(world, other -> !agreeInTheEnd(other, seed));
            assertThat(lateFiring(smallest, seed))
                    .as("seed %d, reduced to %s", seed, smallest)
                    .isEqualTo(firing(AlertExpectation.of(smallest)));
        }
    }

    private static boolean agreeInTheEnd(World world, long seed) {
        return lateFiring(world, seed).equals(firing(AlertExpectation.of(world)));
    }

    private static Map<String, ExpectedAlert> lateFiring(World world, long seed) {
        return firing(AlertReplay.of(MachineReplay.withLateEvents(world, seed, LATE)).newest());
    }

    /** Repeated breaches are struck when they become known, which may be late. */
    private static Map<String, ExpectedAlert> firing(Map<String, ExpectedAlert> alerts) {
        Map<String, ExpectedAlert> firing = new TreeMap<>(alerts);
        firing.values().removeIf(alert -> !alert.firing());
        firing.replaceAll(
                (key, alert) ->
                        key.startsWith("PROVIDER_STRIKES")
                                ? new ExpectedAlert(
                                        key, true, 0, null, alert.severity(), alert.level())
                                : alert);
        return firing;
    }

    @Property(tries = 1_000)
    void anAlertIsWrittenAgainOnlyWhenItSaysSomethingElse(@ForAll long seed) {
        Map<String, Alert> shown = new HashMap<>();
        for (Alert alert :
                AlertReplay.of(MachineReplay.of(Scenarios.world(seed), seed)).documents()) {
            Alert before = shown.put(alert.key(), alert);
            assertThat(alert.revision()).isEqualTo(before == null ? 1 : before.revision() + 1);
            if (before != null) {
                assertThat(
                                before.firing() != alert.firing()
                                        || before.startsAt() != alert.startsAt()
                                        || !String.valueOf(before.level())
                                                .equals(String.valueOf(alert.level())))
                        .isTrue();
            }
        }
    }

    @Test
    void theRandomWorldsRaiseAndResolveAlertsOfEveryKind() {
        Set<String> seen = new TreeSet<>();
        for (long seed = 0; seed < 300; seed++) {
            for (ExpectedAlert alert : AlertExpectation.of(Scenarios.world(seed)).values()) {
                String kind = alert.key().substring(0, alert.key().indexOf('|'));
                seen.add(kind + (alert.firing() ? " firing" : " resolved"));
            }
        }
        assertThat(seen).hasSize(2 * (AlertKind.values().length - 1));
    }
}
