package vn.takedown.stack.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.takedown.stack.alerting.WebhookReceiver.Told;

class TellingTest {

    private static final long STOPPED = 60_000;
    private static final long BACK = 62_000;

    private final Disturbances disturbances = new Disturbances();
    private final ExpectedAlert alert =
            new ExpectedAlert("SLA_BREACH", "p-app", "request-1/1", true, 0)
                    .fires(10_000, 10_000, "critical", null)
                    .ends(40_000);

    private List<String> differences(Told... calls) {
        disturbances.addAlertmanagerAway(STOPPED, BACK);
        SimulatedTime time = SimulatedTime.startingAt(0, Duration.ZERO, 1);
        return new Telling(time, disturbances, Duration.ofSeconds(3), List.of(alert))
                .differences(List.of(calls), new ArrayList<>(), 100_000);
    }

    private void assertTheLastIsWrong(Told... calls) {
        assertThat(differences(calls))
                .singleElement()
                .asString()
                .startsWith("told wrongly: " + calls[calls.length - 1]);
    }

    private static Told told(long at, String status) {
        return new Told(at, "on-call", status, "SLA_BREACH|p-app|request-1/1", "critical");
    }

    @Test
    void oneCallForTheBeginAndOneForTheEndAreAsTheyShouldBe() {
        assertThat(differences(told(10_500, "firing"), told(41_000, "resolved"))).isEmpty();
    }

    @Test
    void aCallThatWasUnderWayWhenAlertmanagerWasStoppedMayBeRepeated() {
        assertThat(
                        differences(
                                told(10_500, "firing"),
                                told(STOPPED - 100, "resolved"),
                                told(BACK + 5_000, "resolved")))
                .isEmpty();
    }

    @Test
    void aCallThatWasOverWhenAlertmanagerWasStoppedMayNotBeRepeated() {
        assertTheLastIsWrong(
                told(10_500, "firing"),
                told(STOPPED - 2_000, "resolved"),
                told(BACK + 5_000, "resolved"));
    }

    @Test
    void anEndThatIsNotToldIsMissing() {
        assertThat(differences(told(10_500, "firing")))
                .singleElement()
                .asString()
                .contains("is not told to be over");
    }

    @Test
    void aFiringThatComesAgainAfterTheEndIsWrongAlsoAroundAStop() {
        assertTheLastIsWrong(
                told(10_500, "firing"),
                told(STOPPED - 100, "resolved"),
                told(BACK + 5_000, "firing"));
    }
}
