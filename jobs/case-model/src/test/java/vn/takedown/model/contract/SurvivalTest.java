package vn.takedown.model.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.takedown.model.contract.Requests.heartbeat;
import static vn.takedown.model.contract.Requests.policy;
import static vn.takedown.model.contract.Requests.request;
import static vn.takedown.model.contract.Requests.seen;
import static vn.takedown.model.contract.Requests.updated;
import static vn.takedown.model.contract.Story.hours;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.takedown.model.event.ObservationStatus;
import vn.takedown.model.event.RequestUpdate;
import vn.takedown.model.event.TakedownEvent;
import vn.takedown.model.oracle.OraclePeriod;
import vn.takedown.model.oracle.World;
import vn.takedown.model.reference.ClockStart;
import vn.takedown.model.reference.Confirmation;
import vn.takedown.model.reference.Policy;
import vn.takedown.model.reference.PolicyMatch;

/** Kaplan–Meier over whole cohorts: contract section 4 and section 6, items 8, 19 and 20. */
class SurvivalTest {

    private static final String CUT_OFF = "2026-05-20T00:00:00Z";
    private static final long ALWAYS = 0;

    private final List<TakedownEvent> events = new ArrayList<>(List.of(heartbeat(CUT_OFF)));

    @Test
    void openCasesPullTheMedianUpAndLeaveTheNinetiethPercentileOpen() {
        List.of(2, 5, 8, 20, 23, 30).forEach(this::removedAfter);
        List.of(50, 70, 100, 100).forEach(this::openFor);

        OraclePeriod year = year(policy("a", 1, 0, 24));

        assertThat(year.get("eligible")).isEqualTo(10L);
        assertThat(year.get("km_median_ms")).isEqualTo(hours(23));
        assertThat(year.get("km_p90_ms")).isNull();
        // The naive figure, over the removed alone.
        assertThat(year.get("ttr_ms_p50")).isEqualTo(hours(8));
        assertThat(year.get("ttr_ms_p90")).isEqualTo(hours(30));
        assertThat(year.get("within_24h")).isEqualTo(5L);
        assertThat(year.get("removed")).isEqualTo(6L);
    }

    @Test
    void casesCensoredAmongTheRemovalsLeaveTheRiskAtTheirTime() {
        List.of(1, 3, 3, 10, 24, 26, 48).forEach(this::removedAfter);
        List.of(6, 24, 72).forEach(this::openFor);
        OraclePeriod year = year(policy("a", 1, 0, 24));
        assertThat(year.get("km_median_ms")).isEqualTo(hours(24));
        assertThat(year.get("km_p90_ms")).isNull();
    }

    @Test
    void aCaseWhoseClockHasNotStartedIsOutside() {
        // Of one removed and one not delivered only the first is at risk: S falls to 0 at 4 h.
        Policy fromDelivery =
                new Policy(
                        "a",
                        1,
                        ALWAYS,
                        null,
                        "basis",
                        0,
                        PolicyMatch.ANY,
                        ClockStart.DELIVERED,
                        Duration.ofHours(24),
                        null,
                        List.of(),
                        new Confirmation(1, 1, Duration.ZERO),
                        Duration.ofHours(1),
                        null,
                        List.of());
        events.add(request("delivered", before(10), "provider", null));
        events.add(updated("delivered", before(10), "provider", RequestUpdate.DELIVERED));
        events.add(seen("delivered", before(6), "provider", ObservationStatus.DOWN_HARD));
        events.add(request("lost", before(10), "provider", null));

        OraclePeriod year = year(fromDelivery);

        assertThat(year.get("eligible")).isEqualTo(2L);
        assertThat(year.get("pending")).isEqualTo(1L);
        assertThat(year.get("km_p90_ms")).isEqualTo(hours(4));
    }

    @Test
    void anExcludedCaseIsOutsideEvenWhenItWasRemoved() {
        removedAfter(4);
        events.add(request("held", before(300), "provider", null));
        events.add(seen("held", before(299), "provider", ObservationStatus.DOWN_HARD));
        events.add(updated("held", before(298), "provider", RequestUpdate.HELD));

        OraclePeriod year = year(policy("a", 1, 0, 24));

        assertThat(year.get("removed")).isEqualTo(1L);
        assertThat(year.get("within_1h")).isEqualTo(0L);
        assertThat(year.get("ttr_ms_p50")).isEqualTo(hours(4));
        assertThat(year.get("km_median_ms")).isEqualTo(hours(4));
    }

    @Test
    void theClockOfAnOpenCaseShowsNoPausedTime() {
        // Issued 60 h ago and paused for 50 of them, its clock shows 10 h: less than the 20 h at
        // which the other is removed, alone at risk by then.
        removedAfter(20);
        events.add(request("paused", before(60), "provider", null));
        events.add(updated("paused", before(55), "provider", RequestUpdate.PAUSED));
        events.add(updated("paused", before(5), "provider", RequestUpdate.RESUMED));
        assertThat(year(policy("a", 1, 0, 24)).get("km_p90_ms")).isEqualTo(hours(20));
    }

    @Test
    void theClockOfACaseThatIsPausedStandsStill() {
        removedAfter(20);
        events.add(request("paused", before(60), "provider", null));
        events.add(updated("paused", before(55), "provider", RequestUpdate.PAUSED));
        assertThat(year(policy("a", 1, 0, 24)).get("km_p90_ms")).isEqualTo(hours(20));
    }

    private void removedAfter(int hours) {
        String name = "removed-" + events.size();
        events.add(request(name, before(200), "provider", null));
        events.add(seen(name, before(200 - hours), "provider", ObservationStatus.DOWN_HARD));
    }

    private void openFor(int hours) {
        events.add(request("open-" + events.size(), before(hours), "provider", null));
    }

    private static String before(int hours) {
        return Instant.parse(CUT_OFF).minus(Duration.ofHours(hours)).toString();
    }

    private OraclePeriod year(Policy policy) {
        return Judges.agreeOn(new World(events, List.of(), List.of(policy)))
                .periodOf("YEAR|2026-01-01|provider");
    }
}
