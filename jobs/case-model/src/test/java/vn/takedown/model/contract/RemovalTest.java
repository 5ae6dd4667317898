package vn.takedown.model.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.takedown.model.contract.Story.OWN_ASN;
import static vn.takedown.model.contract.Story.hour;
import static vn.takedown.model.contract.Story.hours;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.takedown.model.event.AcknowledgementType;
import vn.takedown.model.event.Action;
import vn.takedown.model.event.ControlStatus;
import vn.takedown.model.event.ObservationStatus;
import vn.takedown.model.event.RequestUpdate;
import vn.takedown.model.oracle.OracleCase;

/** Contract section 2, and the figures of section 3 that come from observations. */
class RemovalTest {

    @Test
    void aRunNeedsItsNumberOfDowns() {
        Story story = new Story().confirmedBy(3, 1, 0).down(1).down(2);
        assertThat(story.end().get("first_down_at")).isNull();
        OracleCase removed = story.down(3).end();
        assertThat(removed.get("first_down_at")).isEqualTo(hour(1));
        assertThat(removed.get("confirmed_down_at")).isEqualTo(hour(3));
    }

    @Test
    void aRunNeedsItsNumberOfVantagePoints() {
        Story story = new Story().confirmedBy(2, 2, 0).downFrom(1, "one").downFrom(2, "one");
        assertThat(story.end().get("first_down_at")).isNull();
        assertThat(story.downFrom(3, "two").end().get("confirmed_down_at")).isEqualTo(hour(3));
    }

    @Test
    void aRunNeedsItsSpan() {
        Story story = new Story().confirmedBy(1, 1, 6).down(1).downAt(hour(7) - 1);
        assertThat(story.end().get("first_down_at")).isNull();
        OracleCase removed = story.down(7).end();
        assertThat(removed.get("first_down_at")).isEqualTo(hour(1));
        assertThat(removed.get("confirmed_down_at")).isEqualTo(hour(7));
    }

    @Test
    void anUpStartsTheCountAnew() {
        OracleCase removed = new Story().down(1).up(2).down(3).up(4).down(5).down(6).end();
        assertThat(removed.get("first_down_at")).isEqualTo(hour(5));
        assertThat(removed.get("last_up_at")).isEqualTo(hour(4));
    }

    @Test
    void whatCountsNeitherWayDoesNotEndARun() {
        OracleCase removed =
                new Story()
                        .down(1)
                        .seen(2, ObservationStatus.ERROR)
                        .seen(3, ObservationStatus.AMBIGUOUS)
                        .seen(4, ObservationStatus.BLOCKED)
                        .down(5)
                        .end();
        assertThat(removed.get("first_down_at")).isEqualTo(hour(1));
        assertThat(removed.get("observations")).isEqualTo(2L);
    }

    @Test
    void geoBlockedIsUpAndGeoOnlyWhileItIsTheLatest() {
        Story story = new Story().down(1).seen(2, ObservationStatus.GEO_BLOCKED);
        OracleCase geoBlocked = story.seen(3, ObservationStatus.ERROR).end();
        assertThat(geoBlocked.get("geo_only")).isEqualTo(true);
        assertThat(geoBlocked.get("last_up_at")).isEqualTo(hour(2));
        assertThat(story.down(4).end().get("geo_only")).isEqualTo(false);
    }

    @Test
    void blockingIsSeenOnlyFromTheProvidersOwnNetwork() {
        Story story = new Story().action(Action.BLOCK);
        for (int hour = 1; hour < 4; hour++) {
            story.seenAt(
                    hour(hour),
                    ObservationStatus.BLOCKED,
                    "elsewhere",
                    ControlStatus.UP,
                    OWN_ASN + 1);
        }
        assertThat(story.end().get("observations")).isEqualTo(0L);
        OracleCase blocked =
                story.seen(5, ObservationStatus.BLOCKED).seen(6, ObservationStatus.BLOCKED).end();
        assertThat(blocked.get("first_down_at")).isEqualTo(hour(5));
    }

    @Test
    void forBlockingGeoBlockedIsUpButNeverGeoOnly() {
        OracleCase seen =
                new Story().action(Action.BLOCK).seen(1, ObservationStatus.GEO_BLOCKED).end();
        assertThat(seen.get("last_up_at")).isEqualTo(hour(1));
        assertThat(seen.get("geo_only")).isEqualTo(false);
    }

    @ParameterizedTest
    @EnumSource(
            value = ObservationStatus.class,
            names = {"DOWN_HARD", "DOWN_SOFT", "AMBIGUOUS", "ERROR"})
    void forBlockingTheseCountNeitherWayWhileTheSourceIsThere(ObservationStatus status) {
        OracleCase seen =
                new Story()
                        .action(Action.BLOCK)
                        .seenAt(hour(1), status, "vantage", ControlStatus.UP, OWN_ASN)
                        .end();
        assertThat(seen.get("observations")).isEqualTo(0L);
        assertThat(seen.get("exclusion_reason")).isNull();
    }

    @Test
    void withoutAnUpTheLowerBoundIsZero() {
        OracleCase removed = new Story().down(5).down(6).end();
        assertThat(removed.get("ttr_low_ms")).isEqualTo(0L);
        assertThat(removed.get("ttr_high_ms")).isEqualTo(hours(5));
    }

    @Test
    void anUpBeforeTheClockIsTheLastUpWithALowerBoundOfZero() {
        OracleCase removed = new Story().up(-3).down(5).down(6).end();
        assertThat(removed.get("last_up_at")).isEqualTo(hour(-3));
        assertThat(removed.get("ttr_low_ms")).isEqualTo(0L);
        assertThat(removed.get("observations")).isEqualTo(2L);
    }

    @Test
    void anOpenCaseHasItsLastUpAndLowerBoundAsOfNow() {
        OracleCase open = new Story().up(3).down(4).up(5).down(6).at(9);
        assertThat(open.get("last_up_at")).isEqualTo(hour(5));
        assertThat(open.get("ttr_low_ms")).isEqualTo(hours(5));
        assertThat(open.get("ttr_high_ms")).isNull();
    }

    @Test
    void anUpInTheInstantOfTheFirstDownIsBeforeItWhenItsIdIsSmaller() {
        assertThat(new Story().up(3).down(3).down(4).end().get("last_up_at")).isEqualTo(hour(3));
        OracleCase upSecond = new Story().down(3).up(3).down(4).down(5).end();
        assertThat(upSecond.get("first_down_at")).isEqualTo(hour(4));
    }

    @Test
    void aChainOfRemovalsAndReinstatementsIsCounted() {
        OracleCase chain =
                new Story()
                        .down(1)
                        .down(2)
                        .up(3)
                        .up(4)
                        .down(5)
                        .up(6)
                        .down(7)
                        .down(8)
                        .down(9)
                        .up(10)
                        .end();
        // Removed 1–2, up 3; 5 alone is no removal, hence 6 is no reinstatement; removed 7–8, up
        // 10.
        assertThat(chain.get("removals")).isEqualTo(2L);
        assertThat(chain.get("reinstatements")).isEqualTo(2L);
        assertThat(chain.get("first_down_at")).isEqualTo(hour(1));
        assertThat(chain.get("confirmed_down_at")).isEqualTo(hour(2));
        assertThat(chain.get("reappeared_at")).isEqualTo(hour(3));
        assertThat(chain.get("last_up_at")).isNull();
        assertThat(chain.get("verdict")).isEqualTo("ON_TIME");
        assertThat(chain.get("state")).isEqualTo("REINSTATED");
        assertThat(chain.get("observations")).isEqualTo(10L);
    }

    @Test
    void aRunConfirmedBeforeTheClockIsNeitherRemovalNorGroundOfAReinstatement() {
        OracleCase again = new Story().down(-5).down(-4).up(1).down(2).down(3).end();
        assertThat(again.get("removals")).isEqualTo(1L);
        assertThat(again.get("reinstatements")).isEqualTo(0L);
        assertThat(again.get("first_down_at")).isEqualTo(hour(2));
        assertThat(again.get("exclusion_reason")).isEqualTo("ALREADY_DOWN");
    }

    @Test
    void aRunConfirmedExactlyWhenTheClockStartsIsARemoval() {
        OracleCase removed = new Story().down(-1).down(0).end();
        assertThat(removed.get("first_down_at")).isEqualTo(hour(-1));
        assertThat(removed.get("removals")).isEqualTo(1L);
    }

    @Test
    void nothingAfterTheWithdrawalConfirmsARun() {
        OracleCase withdrawn = new Story().down(1).then(2, RequestUpdate.WITHDRAWN).down(3).end();
        assertThat(withdrawn.get("first_down_at")).isNull();
        assertThat(withdrawn.get("state")).isEqualTo("WITHDRAWN");
    }

    @Test
    void anUpLaterThanTheToleranceMakesAFalseClaim() {
        Story story = new Story().answered(2, AcknowledgementType.CLAIMED_DONE).up(3);
        assertThat(story.end().get("false_claim")).isEqualTo(false);
        OracleCase caught = story.upAt(hour(3) + 1).up(5).end();
        assertThat(caught.get("false_claim")).isEqualTo(true);
        assertThat(caught.get("false_claim_at")).isEqualTo(hour(3) + 1);
    }

    @Test
    void anUpAfterTheRemovalIsNoFalseClaim() {
        OracleCase reinstated =
                new Story()
                        .answered(2, AcknowledgementType.CLAIMED_DONE)
                        .down(3)
                        .down(4)
                        .up(5)
                        .end();
        assertThat(reinstated.get("false_claim")).isEqualTo(false);
        assertThat(reinstated.get("false_claim_at")).isNull();
        assertThat(reinstated.get("reinstatements")).isEqualTo(1L);
    }

    @Test
    void theFirstClaimIsTheOneThatCounts() {
        OracleCase caught =
                new Story()
                        .answered(1, AcknowledgementType.RECEIVED)
                        .answered(2, AcknowledgementType.CLAIMED_DONE)
                        .answered(8, AcknowledgementType.CLAIMED_DONE)
                        .up(6)
                        .end();
        assertThat(caught.get("acknowledged_at")).isEqualTo(hour(1));
        assertThat(caught.get("claimed_at")).isEqualTo(hour(2));
        assertThat(caught.get("false_claim_at")).isEqualTo(hour(6));
    }
}
