package vn.takedown.model.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.takedown.model.contract.Requests.heartbeat;
import static vn.takedown.model.contract.Requests.instant;
import static vn.takedown.model.contract.Requests.policy;
import static vn.takedown.model.contract.Requests.request;
import static vn.takedown.model.contract.Requests.seen;
import static vn.takedown.model.contract.Story.hour;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.takedown.model.event.ObservationStatus;
import vn.takedown.model.event.TakedownEvent;
import vn.takedown.model.oracle.OracleCase;
import vn.takedown.model.oracle.World;
import vn.takedown.model.reference.PolicyMatch;

/** Contract section 3, T, and section 6, items 5 and 6. */
class CutOffTest {

    private static final String TEN = "2026-05-10T10:00:00Z";

    @Test
    void theEndOfTheInputMakesNoCaseOverdue() {
        OracleCase open = new Story().up(23).end();
        assertThat(open.get("verdict")).isEqualTo("PENDING");
        assertThat(new Story().end().get("verdict")).isEqualTo("PENDING");
    }

    @Test
    void aDeadlinePassesInTheMillisecondAfterIt() {
        assertThat(new Story().up(1).atInstant(hour(24)).get("verdict")).isEqualTo("PENDING");
        assertThat(new Story().up(1).atInstant(hour(24) + 1).get("verdict")).isEqualTo("OVERDUE");
    }

    @Test
    void anEventOfNoCaseMovesTimeForAllOfThem() {
        List<TakedownEvent> events = new ArrayList<>();
        events.add(request("one", TEN, "provider", null));
        events.add(seen("one", TEN, "provider", ObservationStatus.UP));
        assertThat(verdict(events)).isEqualTo("PENDING");
        events.add(seen("two", "2026-05-11T10:00:00.001Z", "nobody", ObservationStatus.ERROR));
        assertThat(verdict(events)).isEqualTo("OVERDUE");
    }

    @Test
    void aHeartbeatMovesTimeAndIsNoCase() {
        World world =
                new World(
                        List.of(
                                request("one", TEN, "provider", null),
                                heartbeat("2026-05-11T10:00:00.001Z")),
                        List.of(),
                        List.of());
        assertThat(Judges.agreeOn(world).cutOff()).isEqualTo(instant("2026-05-11T10:00:00.001Z"));
        assertThat(Judges.agreeOn(world).cases())
                .extracting(item -> item.get("verdict"))
                .containsExactly("UNOBSERVED");
    }

    @Test
    void aPolicyThatComesIntoForceLaterDoesNotMoveTime() {
        World world =
                new World(
                        List.of(request("one", TEN, "provider", null)),
                        List.of(),
                        List.of(
                                policy("a", 1, 0, 24),
                                policy(
                                        "a",
                                        2,
                                        0,
                                        1,
                                        instant("2027-01-01T00:00:00Z"),
                                        null,
                                        PolicyMatch.ANY)));
        assertThat(Judges.agreeOn(world).caseOf("one/item").get("verdict")).isEqualTo("PENDING");
        assertThat(Judges.agreeOn(world).cutOff()).isEqualTo(instant(TEN));
    }

    @Test
    void whatHappensAtTheCutOffItselfIsBeforeIt() {
        OracleCase up = new Story().upAt(hour(24) + 1).atInstant(hour(24) + 1);
        assertThat(up.get("last_up_at")).isEqualTo(hour(24) + 1);
        assertThat(up.get("verdict")).isEqualTo("BREACH");
        OracleCase down = new Story().down(1).down(2).atInstant(hour(2));
        assertThat(down.get("confirmed_down_at")).isEqualTo(hour(2));
    }

    private static Object verdict(List<TakedownEvent> events) {
        return Judges.agreeOn(new World(events, List.of(), List.of()))
                .caseOf("one/item")
                .get("verdict");
    }
}
