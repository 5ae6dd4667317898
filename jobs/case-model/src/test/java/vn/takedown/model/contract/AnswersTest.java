package vn.takedown.model.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.takedown.model.contract.Story.hour;
import static vn.takedown.model.contract.Story.hours;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.takedown.model.event.AcknowledgementType;
import vn.takedown.model.oracle.OracleCase;

/** Contract section 3: what the provider answers, and what it is worth. */
class AnswersTest {

    @ParameterizedTest(name = "{0}")
    @EnumSource(AcknowledgementType.class)
    void anyAnswerAcknowledges(AcknowledgementType type) {
        OracleCase answered = new Story().answered(3, type).at(4);
        assertThat(answered.get("acknowledged_at")).isEqualTo(hour(3));
        assertThat(answered.get("tta_ms")).isEqualTo(hours(3));
    }

    @Test
    void withoutAnAnswerThereIsNoTimeToOne() {
        OracleCase silent = new Story().at(30);
        assertThat(silent.get("acknowledged_at")).isNull();
        assertThat(silent.get("tta_ms")).isNull();
        assertThat(silent.get("claimed_at")).isNull();
    }

    @Test
    void onlyTheFirstAnswerCounts() {
        OracleCase answered =
                new Story()
                        .answered(5, AcknowledgementType.OBJECTED)
                        .answered(2, AcknowledgementType.RECEIVED)
                        .answered(9, AcknowledgementType.REFUSED)
                        .end();
        assertThat(answered.get("acknowledged_at")).isEqualTo(hour(2));
        assertThat(answered.get("tta_ms")).isEqualTo(hours(2));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(
            value = AcknowledgementType.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = "CLAIMED_DONE")
    void whatIsNoClaimCannotBeAFalseOne(AcknowledgementType type) {
        OracleCase answered = new Story().answered(1, type).up(20).end();
        assertThat(answered.get("claimed_at")).isNull();
        assertThat(answered.get("false_claim")).isEqualTo(false);
    }

    @Test
    void aClaimThatWasFalseStaysSoAfterTheRemoval() {
        OracleCase removed =
                new Story()
                        .answered(1, AcknowledgementType.CLAIMED_DONE)
                        .up(3)
                        .down(5)
                        .down(6)
                        .end();
        assertThat(removed.get("false_claim")).isEqualTo(true);
        assertThat(removed.get("false_claim_at")).isEqualTo(hour(3));
        assertThat(removed.get("first_down_at")).isEqualTo(hour(5));
    }

    @Test
    void anUpBetweenADownAndItsConfirmationEndsTheRunAndProvesTheClaimFalse() {
        OracleCase removed =
                new Story()
                        .answered(1, AcknowledgementType.CLAIMED_DONE)
                        .down(3)
                        .up(4)
                        .down(5)
                        .down(6)
                        .end();
        assertThat(removed.get("false_claim_at")).isEqualTo(hour(4));
        assertThat(removed.get("first_down_at")).isEqualTo(hour(5));
    }

    @Test
    void aClaimIsNoRemoval() {
        OracleCase claimed = new Story().up(1).answered(2, AcknowledgementType.CLAIMED_DONE).at(25);
        assertThat(claimed.get("state")).isEqualTo("CLAIMED");
        assertThat(claimed.get("verdict")).isEqualTo("OVERDUE");
        assertThat(claimed.get("first_down_at")).isNull();
    }

    @Test
    void anAnswerDatedBeforeTheRequestIsIgnored() {
        OracleCase early =
                new Story()
                        .answered(-1, AcknowledgementType.CLAIMED_DONE)
                        .answered(2, AcknowledgementType.RECEIVED)
                        .end();
        assertThat(early.get("acknowledged_at")).isEqualTo(hour(2));
        assertThat(early.get("claimed_at")).isNull();
    }
}
