package vn.takedown.model.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.takedown.model.contract.Story.hour;
import static vn.takedown.model.contract.Story.hours;

import org.junit.jupiter.api.Test;
import vn.takedown.model.event.AcknowledgementType;
import vn.takedown.model.event.RequestUpdate;
import vn.takedown.model.oracle.OracleCase;

/** Contract section 3, due_at and elapsed, and section 6, item 7. The clock runs 24 hours. */
class PausesTest {

    @Test
    void aPauseMovesTheDeadlineByItsLength() {
        assertDue(30, paused(new Story(), 10, 16).at(20));
    }

    @Test
    void overlappingPausesAndHoldsCountOnce() {
        // Paused 10–16, held 14–20: ten hours together.
        assertDue(34, held(paused(new Story(), 10, 16), 14, 20).at(20));
    }

    @Test
    void aPauseThatBeginsAtTheDeadlineComesTooLate() {
        assertDue(24, paused(new Story(), 24, 30).at(40));
    }

    @Test
    void aPauseThatBeginsAMillisecondBeforeTheDeadlineCountsInFull() {
        Story story =
                new Story()
                        .thenAt(hour(24) - 1, RequestUpdate.PAUSED)
                        .then(30, RequestUpdate.RESUMED);
        // One millisecond of the clock was left, and it is left after the pause.
        assertThat(story.at(40).get("due_at")).isEqualTo(hour(30) + 1);
    }

    @Test
    void aPauseBeforeTheMovedDeadlineCountsAlthoughItIsAfterTheFirst() {
        // 10–16 moves the deadline to 30; 28 is before that: 28–38 moves it to 40.
        assertDue(40, paused(paused(new Story(), 10, 16), 28, 38).at(50));
    }

    @Test
    void anOpenPauseLeavesNoDeadline() {
        OracleCase open = new Story().up(1).then(23, RequestUpdate.PAUSED).up(500).end();
        assertThat(open.get("due_at")).isNull();
        assertThat(open.get("verdict")).isEqualTo("PENDING");
    }

    @Test
    void whileAPauseIsOpenAnyRemovalIsOnTime() {
        assertThat(
                        new Story()
                                .then(23, RequestUpdate.PAUSED)
                                .up(400)
                                .down(500)
                                .down(501)
                                .end()
                                .get("verdict"))
                .isEqualTo("ON_TIME");
    }

    @Test
    void anOpenPauseThatBeganAtTheDeadlineChangesNothing() {
        OracleCase late = new Story().then(24, RequestUpdate.PAUSED).up(25).end();
        assertDue(24, late);
        assertThat(late.get("verdict")).isEqualTo("BREACH");
    }

    @Test
    void repetitionsChangeNothing() {
        assertDue(
                30,
                new Story()
                        .then(5, RequestUpdate.RESUMED)
                        .then(10, RequestUpdate.PAUSED)
                        .then(12, RequestUpdate.PAUSED)
                        .then(16, RequestUpdate.RESUMED)
                        .then(18, RequestUpdate.RESUMED)
                        .at(20));
    }

    @Test
    void atEqualInstantsTheIdTellsWhichPauseEnds() {
        assertDue(
                24,
                new Story().then(10, RequestUpdate.PAUSED).then(10, RequestUpdate.RESUMED).at(20));
        assertThat(
                        new Story()
                                .then(10, RequestUpdate.RESUMED)
                                .then(10, RequestUpdate.PAUSED)
                                .at(20)
                                .get("due_at"))
                .isNull();
    }

    @Test
    void onlyThePartOfAPauseSinceTheClockStartedCounts() {
        // Held 1–5, delivered at 2: three hours of it are on the clock.
        OracleCase delivered =
                held(new Story().clockFromDelivery(), 1, 5).then(2, RequestUpdate.DELIVERED).at(6);
        assertDue(2 + 24 + 3, delivered);
    }

    @Test
    void aPauseThatEndedBeforeTheClockStartedDoesNotCount() {
        assertDue(
                6 + 24,
                held(new Story().clockFromDelivery(), 1, 5).then(6, RequestUpdate.DELIVERED).at(7));
    }

    @Test
    void timesLeaveOutPausedTime() {
        OracleCase removed =
                paused(new Story(), 2, 6)
                        .answered(5, AcknowledgementType.RECEIVED)
                        .up(7)
                        .down(8)
                        .down(9)
                        .end();
        assertThat(removed.get("tta_ms")).isEqualTo(hours(2));
        assertThat(removed.get("ttr_low_ms")).isEqualTo(hours(3));
        assertThat(removed.get("ttr_high_ms")).isEqualTo(hours(4));
    }

    @Test
    void timesIncludeAPauseAfterTheDeadline() {
        OracleCase removed = paused(new Story(), 25, 29).up(24.5).down(30).down(31).end();
        assertThat(removed.get("ttr_high_ms")).isEqualTo(hours(30));
    }

    @Test
    void anOpenPauseStopsTheClockUntilNow() {
        OracleCase paused = new Story().then(2, RequestUpdate.PAUSED).down(9).down(10).end();
        assertThat(paused.get("ttr_high_ms")).isEqualTo(hours(2));
    }

    @Test
    void anAnswerBeforeTheClockStartedTookNoTime() {
        OracleCase early =
                new Story()
                        .clockFromDelivery()
                        .answered(1, AcknowledgementType.ACCEPTED)
                        .then(3, RequestUpdate.DELIVERED)
                        .end();
        assertThat(early.get("tta_ms")).isEqualTo(0L);
    }

    private static Story paused(Story story, double from, double to) {
        return story.then(from, RequestUpdate.PAUSED).then(to, RequestUpdate.RESUMED);
    }

    private static Story held(Story story, double from, double to) {
        return story.then(from, RequestUpdate.HELD).then(to, RequestUpdate.RELEASED);
    }

    private static void assertDue(double hours, OracleCase item) {
        assertThat(item.get("due_at")).isEqualTo(hour(hours));
    }
}
