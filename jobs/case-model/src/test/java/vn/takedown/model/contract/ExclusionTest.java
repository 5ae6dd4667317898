package vn.takedown.model.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.takedown.model.contract.Story.hour;

import org.junit.jupiter.api.Test;
import vn.takedown.model.event.Action;
import vn.takedown.model.event.RequestUpdate;
import vn.takedown.model.oracle.OracleCase;

/** Contract section 3, verdict 1, and section 6, items 11, 12 and 14. */
class ExclusionTest {

    @Test
    void downAndConfirmedBeforeTheClockIsAlreadyDown() {
        OracleCase gone = new Story().up(-9).down(-8).down(-7).at(30);
        assertExcluded("ALREADY_DOWN", gone);
        assertThat(gone.get("first_down_at")).isNull();
        assertThat(gone.get("removals")).isEqualTo(0L);
    }

    @Test
    void downBeforeTheClockAndConfirmedLaterIsAlreadyDownWithATimeOfZero() {
        OracleCase gone = new Story().down(-8).down(7).at(30);
        assertExcluded("ALREADY_DOWN", gone);
        assertThat(gone.get("first_down_at")).isEqualTo(hour(-8));
        assertThat(gone.get("confirmed_down_at")).isEqualTo(hour(7));
        assertThat(gone.get("ttr_high_ms")).isEqualTo(0L);
        assertThat(gone.get("removals")).isEqualTo(1L);
    }

    @Test
    void downBeforeTheClockButNeverConfirmedIsNotExcluded() {
        assertIncluded(new Story().down(-8).up(1).at(30));
    }

    @Test
    void aRunThatEndedBeforeTheClockIsNotAlreadyDown() {
        assertIncluded(new Story().down(-8).down(-7).up(-1).at(30));
    }

    @Test
    void anUpExactlyAtTheStartOfTheClockComesTooLateToDisproveAlreadyDown() {
        assertExcluded("ALREADY_DOWN", new Story().down(-8).down(-7).up(0).up(30).end());
    }

    @Test
    void aFirstDownExactlyAtTheStartOfTheClockIsARemoval() {
        OracleCase removed = new Story().down(0).down(1).end();
        assertIncluded(removed);
        assertThat(removed.get("verdict")).isEqualTo("ON_TIME");
        assertThat(removed.get("ttr_high_ms")).isEqualTo(0L);
    }

    @Test
    void alreadyDownLooksSevenDaysBackAndNotAMillisecondMore() {
        long sevenDaysBefore = hour(-7 * 24);
        assertExcluded("ALREADY_DOWN", new Story().downAt(sevenDaysBefore).down(-1).at(1));
        assertIncluded(new Story().downAt(sevenDaysBefore - 1).down(-1).at(1));
    }

    @Test
    void undeliverableIsExcludedAlsoBeforeTheClockStarts() {
        assertExcluded(
                "UNDELIVERABLE",
                new Story().clockFromDelivery().then(1, RequestUpdate.UNDELIVERABLE).at(2));
    }

    @Test
    void aLaterDeliveryLiftsUndeliverable() {
        OracleCase delivered =
                new Story()
                        .then(1, RequestUpdate.UNDELIVERABLE)
                        .then(2, RequestUpdate.DELIVERED)
                        .at(3);
        assertIncluded(delivered);
        assertThat(delivered.get("state")).isEqualTo("DELIVERED");
    }

    @Test
    void anEarlierDeliveryDoesNotLiftUndeliverable() {
        assertExcluded(
                "UNDELIVERABLE",
                new Story()
                        .then(1, RequestUpdate.DELIVERED)
                        .then(2, RequestUpdate.UNDELIVERABLE)
                        .at(3));
    }

    @Test
    void atEqualInstantsTheIdTellsWhetherTheDeliveryIsLater() {
        assertIncluded(
                new Story()
                        .then(1, RequestUpdate.UNDELIVERABLE)
                        .then(1, RequestUpdate.DELIVERED)
                        .at(3));
        assertExcluded(
                "UNDELIVERABLE",
                new Story()
                        .then(1, RequestUpdate.DELIVERED)
                        .then(1, RequestUpdate.UNDELIVERABLE)
                        .at(3));
    }

    @Test
    void withdrawnWithoutAnUpAfterTheDeadlineIsExcluded() {
        assertExcluded("WITHDRAWN", new Story().up(24).then(30, RequestUpdate.WITHDRAWN).at(40));
    }

    @Test
    void anUpAfterTheWithdrawalDoesNotKeepTheCase() {
        OracleCase withdrawn =
                new Story()
                        .then(30, RequestUpdate.WITHDRAWN)
                        .upAt(hour(30) + 1)
                        .then(35, RequestUpdate.WITHDRAWN)
                        .at(40);
        assertExcluded("WITHDRAWN", withdrawn);
        assertThat(withdrawn.get("withdrawn_at")).isEqualTo(hour(30));
        assertThat(withdrawn.get("observations")).isEqualTo(0L);
    }

    @Test
    void anUpExactlyAtTheWithdrawalStillCounts() {
        OracleCase withdrawn = new Story().then(30, RequestUpdate.WITHDRAWN).up(30).at(40);
        assertIncluded(withdrawn);
        assertThat(withdrawn.get("verdict")).isEqualTo("BREACH");
    }

    @Test
    void heldAndNotReleasedIsExcludedEvenAfterARemovalInTime() {
        assertExcluded("HELD", new Story().down(1).down(2).then(3, RequestUpdate.HELD).at(40));
    }

    @Test
    void releasedIsNoLongerExcluded() {
        assertIncluded(
                new Story().then(3, RequestUpdate.HELD).then(4, RequestUpdate.RELEASED).at(40));
    }

    @Test
    void pausedIsNotExcluded() {
        assertIncluded(new Story().then(3, RequestUpdate.PAUSED).at(40));
    }

    @Test
    void blockingWhatIsGoneAtItsSourceIsMoot() {
        OracleCase moot = new Story().action(Action.BLOCK).up(1).sourceGone(2).at(40);
        assertExcluded("MOOT", moot);
        assertThat(moot.get("observations")).isEqualTo(1L);
    }

    @Test
    void anUpAfterTheDeadlineIsNotMadeMootLater() {
        OracleCase late = new Story().action(Action.BLOCK).up(25).sourceGone(26).at(40);
        assertIncluded(late);
        assertThat(late.get("verdict")).isEqualTo("BREACH");
    }

    @Test
    void anUpSinceTheSourceWasGoneEndsMoot() {
        assertIncluded(new Story().action(Action.BLOCK).sourceGone(2).up(3).at(40));
    }

    @Test
    void theFirstReasonOfTheListIsGiven() {
        Story everything =
                new Story()
                        .then(1, RequestUpdate.HELD)
                        .then(2, RequestUpdate.WITHDRAWN)
                        .then(3, RequestUpdate.UNDELIVERABLE);
        assertExcluded("UNDELIVERABLE", everything.at(4));
        assertExcluded("ALREADY_DOWN", everything.down(-2).down(-1).at(5));
        assertExcluded(
                "WITHDRAWN",
                new Story().then(1, RequestUpdate.HELD).then(2, RequestUpdate.WITHDRAWN).at(4));
        assertExcluded(
                "HELD",
                new Story().action(Action.BLOCK).sourceGone(1).then(1, RequestUpdate.HELD).at(4));
    }

    private static void assertExcluded(String reason, OracleCase item) {
        assertThat(item.get("exclusion_reason")).isEqualTo(reason);
        assertThat(item.get("verdict")).isEqualTo("EXCLUDED");
    }

    private static void assertIncluded(OracleCase item) {
        assertThat(item.get("exclusion_reason")).isNull();
        assertThat(item.get("verdict")).isNotEqualTo("EXCLUDED");
    }
}
