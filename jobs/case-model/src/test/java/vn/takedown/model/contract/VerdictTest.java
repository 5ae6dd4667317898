package vn.takedown.model.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.takedown.model.contract.Story.hour;

import org.junit.jupiter.api.Test;
import vn.takedown.model.event.AcknowledgementType;
import vn.takedown.model.event.ObservationStatus;
import vn.takedown.model.event.RequestUpdate;
import vn.takedown.model.oracle.OracleCase;

/** Contract section 3, verdict at T. The clock runs 24 hours, two downs confirm. */
class VerdictTest {

    @Test
    void downBeforeTheDeadlineIsOnTime() {
        assertVerdict("ON_TIME", new Story().up(1).down(10).down(11).end());
    }

    @Test
    void downExactlyAtTheDeadlineIsOnTime() {
        assertVerdict("ON_TIME", new Story().up(1).down(24).down(30).end());
    }

    @Test
    void downBeforeButConfirmedAfterTheDeadlineIsOnTime() {
        assertVerdict("ON_TIME", new Story().up(1).down(23).down(200).end());
    }

    @Test
    void onTimeStaysOnTimeWhenTheContentIsUpAgainAfterTheDeadline() {
        assertVerdict("ON_TIME", new Story().down(10).down(11).up(30).end());
    }

    @Test
    void upAfterTheDeadlineIsABreach() {
        assertVerdict("BREACH", new Story().upAt(hour(24) + 1).end());
    }

    @Test
    void upExactlyAtTheDeadlineIsNoBreachYet() {
        assertVerdict("PENDING", new Story().up(24).end());
    }

    @Test
    void upAfterTheDeadlineAndThenRemovedIsABreach() {
        assertVerdict("BREACH", new Story().up(25).down(26).down(27).end());
    }

    @Test
    void aDeadlineInsideTheCrawlGapIsIndeterminate() {
        assertVerdict("INDETERMINATE", new Story().up(24).downAt(hour(24) + 1).down(30).end());
    }

    @Test
    void firstSeenAfterTheDeadlineAndDownIsIndeterminate() {
        OracleCase seen = new Story().down(30).down(31).end();
        assertVerdict("INDETERMINATE", seen);
        assertThat(seen.get("last_up_at")).isNull();
    }

    @Test
    void atTheDeadlineACaseIsStillPending() {
        assertVerdict("PENDING", new Story().up(1).at(24));
    }

    @Test
    void withoutDeliveryAClockFromDeliveryIsPending() {
        OracleCase waiting =
                new Story()
                        .clockFromDelivery()
                        .answered(2, AcknowledgementType.RECEIVED)
                        .up(1)
                        .down(2)
                        .down(3)
                        .at(1000);
        assertVerdict("PENDING", waiting);
        assertThat(waiting.get("t0")).isNull();
        assertThat(waiting.get("due_at")).isNull();
        assertThat(waiting.get("acknowledged_at")).isEqualTo(hour(2));
        assertThat(waiting.get("tta_ms")).isNull();
        assertThat(waiting.get("ttr_low_ms")).isNull();
        assertThat(waiting.get("ttr_high_ms")).isNull();
        assertThat(waiting.get("first_down_at")).isNull();
        assertThat(waiting.get("last_up_at")).isNull();
        assertThat(waiting.get("observations")).isEqualTo(0L);
    }

    @Test
    void anUnconfirmedRunThatBeganAtTheDeadlineIsUnconfirmed() {
        assertVerdict("UNCONFIRMED", new Story().up(1).down(24).at(25));
    }

    @Test
    void anUnconfirmedRunThatBeganAfterTheDeadlineIsOverdue() {
        assertVerdict("OVERDUE", new Story().up(1).downAt(hour(24) + 1).at(25));
    }

    @Test
    void anUnconfirmedRunThatBeganBeforeTheClockIsUnconfirmed() {
        assertVerdict("UNCONFIRMED", new Story().down(-5).at(25));
    }

    @Test
    void nothingSeenSinceTheClockStartedIsUnobserved() {
        assertVerdict("UNOBSERVED", new Story().up(-1).seen(3, ObservationStatus.ERROR).at(25));
    }

    @Test
    void somethingSeenExactlyWhenTheClockStartedIsOverdue() {
        assertVerdict("OVERDUE", new Story().up(0).at(25));
    }

    @Test
    void lastKnownUpBeforeTheDeadlineIsOverdueAfterIt() {
        assertVerdict("OVERDUE", new Story().up(23).atInstant(hour(24) + 1));
    }

    @Test
    void aCaseThatWasWithdrawnAfterABreachKeepsIt() {
        assertVerdict(
                "BREACH", new Story().up(25).then(26, RequestUpdate.WITHDRAWN).down(27).at(50));
    }

    @Test
    void theClockFromDeliveryRunsFromTheFirstDelivery() {
        OracleCase delivered =
                new Story()
                        .clockFromDelivery()
                        .then(2, RequestUpdate.DELIVERED)
                        .then(9, RequestUpdate.DELIVERED)
                        .up(26)
                        .end();
        assertThat(delivered.get("t0")).isEqualTo(hour(2));
        assertThat(delivered.get("due_at")).isEqualTo(hour(26));
        assertVerdict("PENDING", delivered);
    }

    private static void assertVerdict(String verdict, OracleCase item) {
        assertThat(item.get("verdict")).isEqualTo(verdict);
        assertThat(item.get("exclusion_reason")).isNull();
    }
}
