package vn.takedown.model.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.takedown.model.contract.Story.OWN_ASN;
import static vn.takedown.model.contract.Story.hour;

import org.junit.jupiter.api.Test;
import vn.takedown.model.event.Action;
import vn.takedown.model.event.ControlStatus;
import vn.takedown.model.event.ObservationStatus;
import vn.takedown.model.oracle.OracleCase;

/** Contract section 6, item 12: when a block can neither be proven nor disproven. */
class MootTest {

    @Test
    void aBlockSeenSinceTheSourceWasGoneEndsMoot() {
        Story gone = new Story().action(Action.BLOCK).sourceGone(2);
        assertThat(gone.end().get("exclusion_reason")).isEqualTo("MOOT");
        OracleCase blocked = gone.seen(3, ObservationStatus.BLOCKED).end();
        assertThat(blocked.get("exclusion_reason")).isNull();
        assertThat(blocked.get("state")).isEqualTo("DOWN_UNCONFIRMED");
    }

    @Test
    void whatCountsNeitherWayDoesNotEndMoot() {
        OracleCase moot =
                new Story()
                        .action(Action.BLOCK)
                        .sourceGone(2)
                        .seen(3, ObservationStatus.ERROR)
                        .seen(4, ObservationStatus.AMBIGUOUS)
                        .seenAt(
                                hour(5),
                                ObservationStatus.DOWN_HARD,
                                "vantage",
                                ControlStatus.UP,
                                OWN_ASN)
                        .seenAt(
                                hour(6),
                                ObservationStatus.UP,
                                "elsewhere",
                                ControlStatus.UP,
                                OWN_ASN + 1)
                        .end();
        assertThat(moot.get("exclusion_reason")).isEqualTo("MOOT");
    }

    @Test
    void aBlockProvenBeforeIsNotMadeMootLater() {
        OracleCase blocked =
                new Story()
                        .action(Action.BLOCK)
                        .seen(1, ObservationStatus.BLOCKED)
                        .seen(2, ObservationStatus.BLOCKED)
                        .sourceGone(3)
                        .at(30);
        assertThat(blocked.get("exclusion_reason")).isNull();
        assertThat(blocked.get("verdict")).isEqualTo("ON_TIME");
    }

    @Test
    void theSourceGoneBetweenTwoBlocksNeitherEndsNorExtendsTheRun() {
        OracleCase blocked =
                new Story()
                        .action(Action.BLOCK)
                        .seen(1, ObservationStatus.BLOCKED)
                        .sourceGone(2)
                        .seen(3, ObservationStatus.BLOCKED)
                        .end();
        assertThat(blocked.get("first_down_at")).isEqualTo(hour(1));
        assertThat(blocked.get("confirmed_down_at")).isEqualTo(hour(3));
        assertThat(blocked.get("observations")).isEqualTo(2L);
    }

    @Test
    void theSourceGoneBeforeTheClockStartedIsMootToo() {
        assertThat(new Story().action(Action.BLOCK).sourceGone(-1).at(1).get("exclusion_reason"))
                .isEqualTo("MOOT");
    }

    @Test
    void anUpExactlyAtTheDeadlineDoesNotKeepACaseFromBeingMoot() {
        assertThat(
                        new Story()
                                .action(Action.BLOCK)
                                .up(24)
                                .sourceGone(25)
                                .at(30)
                                .get("exclusion_reason"))
                .isEqualTo("MOOT");
    }
}
