package vn.takedown.model.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.takedown.model.event.AcknowledgementType;
import vn.takedown.model.event.RequestUpdate;
import vn.takedown.model.oracle.OracleCase;

/** Contract section 3, state, and section 6, item 15. */
class StateTest {

    @Test
    void aFreshCaseIsIssued() {
        assertState("ISSUED", new Story().up(1).end());
    }

    @Test
    void aDeliveredCaseIsDelivered() {
        assertState("DELIVERED", new Story().then(1, RequestUpdate.DELIVERED).end());
    }

    @Test
    void deliveredAtTheInstantOfIssueIsDelivered() {
        assertState("DELIVERED", new Story().then(0, RequestUpdate.DELIVERED).end());
    }

    @Test
    void deliveredBeforeIssuedIsIgnored() {
        OracleCase issued = new Story().then(-1, RequestUpdate.DELIVERED).at(1);
        assertState("ISSUED", issued);
        assertThat(issued.get("delivered_at")).isNull();
    }

    @Test
    void aHoldHoldsWhileItIsOpen() {
        Story held = new Story().then(1, RequestUpdate.DELIVERED).then(2, RequestUpdate.HELD);
        assertState("HELD", held.end());
        assertState("DELIVERED", held.then(3, RequestUpdate.RELEASED).end());
    }

    @Test
    void aPauseHoldsWhileItIsOpen() {
        Story paused = new Story().then(2, RequestUpdate.PAUSED);
        assertState("PAUSED", paused.end());
        assertState("ISSUED", paused.then(3, RequestUpdate.RESUMED).end());
    }

    @Test
    void aPauseOfTheSameInstantWinsOverAHold() {
        assertState(
                "PAUSED",
                new Story().then(2, RequestUpdate.PAUSED).then(2, RequestUpdate.HELD).end());
    }

    @Test
    void anAnswerIsAnAcknowledgement() {
        assertState("ACKNOWLEDGED", new Story().answered(1, AcknowledgementType.REFUSED).end());
    }

    @Test
    void anAnswerBeforeThePauseYieldsToIt() {
        assertState(
                "PAUSED",
                new Story()
                        .answered(1, AcknowledgementType.RECEIVED)
                        .then(2, RequestUpdate.PAUSED)
                        .end());
    }

    @Test
    void aClaimThatIsTheFirstAnswerIsClaimed() {
        assertState("CLAIMED", new Story().answered(1, AcknowledgementType.CLAIMED_DONE).end());
    }

    @Test
    void aLaterAnswerDoesNotMoveTheAcknowledgement() {
        assertState(
                "CLAIMED",
                new Story()
                        .answered(1, AcknowledgementType.RECEIVED)
                        .answered(2, AcknowledgementType.CLAIMED_DONE)
                        .answered(3, AcknowledgementType.OBJECTED)
                        .end());
    }

    @Test
    void anOpenRunIsDownUnconfirmedFromItsStart() {
        Story down = new Story().confirmedBy(3, 1, 0).down(2).down(4);
        assertState("DOWN_UNCONFIRMED", down.end());
        assertState("DELIVERED", down.then(3, RequestUpdate.DELIVERED).end());
    }

    @Test
    void anUnconfirmedRunThatEndedIsNoState() {
        assertState("ISSUED", new Story().down(2).up(3).end());
    }

    @Test
    void aConfirmedRunIsRemoved() {
        assertState("REMOVED", new Story().down(2).down(3).then(9, RequestUpdate.DELIVERED).end());
    }

    @Test
    void upAgainIsReinstated() {
        assertState("REINSTATED", new Story().down(2).down(3).up(4).down(5).end());
    }

    @Test
    void downAgainAndConfirmedIsRemoved() {
        assertState("REMOVED", new Story().down(2).down(3).up(4).down(5).down(6).end());
    }

    @Test
    void removedAgainInTheVeryInstantOfTheReinstatementIsRemoved() {
        assertState("REMOVED", new Story().confirmedBy(1, 1, 0).down(2).up(4).down(4).at(5));
    }

    @Test
    void withdrawnWinsOverWhatIsNoEnd() {
        assertState(
                "WITHDRAWN",
                new Story()
                        .then(2, RequestUpdate.WITHDRAWN)
                        .answered(3, AcknowledgementType.RECEIVED)
                        .end());
    }

    @Test
    void ofTheStrongStatesTheLatestWins() {
        Story story = new Story().then(1, RequestUpdate.UNDELIVERABLE).down(2).down(3);
        assertState("REMOVED", story.end());
        assertState("WITHDRAWN", story.then(4, RequestUpdate.WITHDRAWN).end());
        // The spell that began at 1 goes on: a repetition does not make it younger.
        assertState("WITHDRAWN", story.then(5, RequestUpdate.UNDELIVERABLE).end());
    }

    @Test
    void aNewSpellOfUndeliverableIsYoungerThanTheWithdrawal() {
        assertState(
                "UNDELIVERABLE",
                new Story()
                        .then(1, RequestUpdate.UNDELIVERABLE)
                        .then(2, RequestUpdate.DELIVERED)
                        .then(3, RequestUpdate.WITHDRAWN)
                        .then(4, RequestUpdate.UNDELIVERABLE)
                        .end());
    }

    @Test
    void undeliverableYieldsToAWithdrawalOfTheSameInstant() {
        assertState(
                "WITHDRAWN",
                new Story()
                        .then(2, RequestUpdate.WITHDRAWN)
                        .then(2, RequestUpdate.UNDELIVERABLE)
                        .end());
    }

    @Test
    void undeliverableWinsOverARemovalOfTheSameInstant() {
        assertState(
                "UNDELIVERABLE",
                new Story().down(1).down(2).then(2, RequestUpdate.UNDELIVERABLE).end());
    }

    private static void assertState(String state, OracleCase item) {
        assertThat(item.get("state")).isEqualTo(state);
    }
}
