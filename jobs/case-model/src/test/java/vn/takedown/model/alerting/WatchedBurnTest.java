package vn.takedown.model.alerting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.takedown.model.reference.ProviderType;
import vn.takedown.model.standing.CaseStanding;
import vn.takedown.model.standing.DueBook;
import vn.takedown.model.standing.DueCount;
import vn.takedown.model.standing.DueOutcome;
import vn.takedown.model.standing.StandingChange;

class WatchedBurnTest {

    private static final long START = 480_000;

    private final DueBook book = new DueBook();
    private final List<Alert> shown = new ArrayList<>();
    private WatchedBurn watched = WatchedBurn.of("p-1");

    @Test
    void itFiresWhenBothWindowsBurnAndNotBeforeEnoughCasesAreDue() {
        due(START, 9, DueOutcome.LATE);
        passTo(START + 1);
        assertThat(shown).isEmpty();

        due(START + 1, 1, DueOutcome.ON_TIME);
        passTo(START + 2);
        assertThat(shown)
                .extracting(Alert::key, Alert::level, Alert::severity, Alert::startsAt)
                .containsExactly(
                        tuple("PROVIDER_STRIKES|p-1|burn-1d", "2", Severity.CRITICAL, at(2)),
                        tuple("PROVIDER_STRIKES|p-1|burn-3d", "1", Severity.WARNING, at(2)));
        assertThat(shown).allMatch(alert -> alert.policyId() == null && alert.caseId() == null);
    }

    @Test
    void itRestsWhenOnlyTheLongWindowBurns() {
        due(START, 10, DueOutcome.LATE);
        due(START + 10, 10, DueOutcome.ON_TIME);
        watched = watched.look(START + 11, book, null, BurnTerms.DEFAULT, shown::add);

        assertThat(shown).extracting(Alert::subject).containsExactly("burn-3d");
    }

    @Test
    void aDoubtAccusesNobody() {
        due(START, 20, DueOutcome.UNDECIDED);
        passTo(START + 100);

        assertThat(shown).isEmpty();
    }

    @Test
    void itIsToldAgainOnlyWhenTheLevelChangesAndEndsBelowThreeQuarters() {
        due(START, 5, DueOutcome.LATE);
        due(START, 15, DueOutcome.ON_TIME);
        passTo(START + 1);
        assertThat(one()).extracting(Alert::level).containsExactly("1");

        // 5 of 24 late: a burn rate of 4.2, above three quarters of 5.
        due(START + 1, 4, DueOutcome.ON_TIME);
        passTo(START + 2);
        assertThat(one()).hasSize(1);

        // 5 of 27: 3.7.
        due(START + 2, 3, DueOutcome.ON_TIME);
        passTo(START + 3);
        assertThat(one()).extracting(Alert::firing).containsExactly(true, false);
        assertThat(one().get(1).resolution()).isEqualTo(Resolution.BURN_SLOWED);
        assertThat(one().get(1).endsAt()).isEqualTo(at(3));
    }

    @Test
    void itRisesToAHigherLevelAndKeepsItsStart() {
        due(START, 5, DueOutcome.LATE);
        due(START, 15, DueOutcome.ON_TIME);
        passTo(START + 1);
        due(START + 1, 20, DueOutcome.LATE);
        passTo(START + 2);

        assertThat(one())
                .extracting(Alert::level, Alert::severity, Alert::startsAt)
                .containsExactly(
                        tuple("1", Severity.WARNING, at(1)), tuple("2", Severity.CRITICAL, at(1)));
    }

    @Test
    void aNightWithoutDeadlinesDoesNotEndIt() {
        due(START, 20, DueOutcome.LATE);
        passTo(START + 24);
        assertThat(one()).hasSize(1);

        passTo(START + 25);
        assertThat(one()).hasSize(2).last().extracting(Alert::firing).isEqualTo(false);
    }

    @Test
    void whatIsTakenBackEndsIt() {
        due(START, 10, DueOutcome.LATE);
        passTo(START + 1);
        for (int i = 0; i < 10; i++) {
            book.apply(
                    new StandingChange(
                            "p-1",
                            0,
                            standing(START, DueOutcome.LATE),
                            standing(START, DueOutcome.ON_TIME)));
        }
        watched = watched.look(START + 2, book, null, BurnTerms.DEFAULT, shown::add);

        assertThat(shown).hasSize(4).last().extracting(Alert::firing).isEqualTo(false);
    }

    @Test
    void theProviderTypeIsTold() {
        due(START, 10, DueOutcome.LATE);
        watched.look(START + 1, book, ProviderType.ISP, BurnTerms.DEFAULT, shown::add);

        assertThat(shown).extracting(Alert::providerType).containsOnly(ProviderType.ISP);
    }

    @Test
    void withALowTargetItFiresWhenAllIsLate() {
        BurnTerms half = new BurnTerms(500_000, 10);

        assertThat(half.burns(new DueCount(0, 0, 10), 10)).isTrue();
        assertThat(half.burns(new DueCount(1, 0, 9), 10)).isFalse();
    }

    @Test
    void theBoundItselfIsReachedWithoutRounding() {
        assertThat(BurnTerms.DEFAULT.burns(new DueCount(5, 0, 5), 10)).isTrue();
        assertThat(BurnTerms.DEFAULT.burns(new DueCount(17, 0, 3), 3)).isTrue();
    }

    @Test
    void theRateIsAbsentWhenTooFewAreDue() {
        assertThat(BurnTerms.DEFAULT.rate(new DueCount(0, 0, 9))).isNull();
        assertThat(BurnTerms.DEFAULT.rate(new DueCount(0, 5, 5))).isEqualTo(10.0);
    }

    @Test
    void aTargetThatAllowsNothingIsRefused() {
        assertThatThrownBy(() -> new BurnTerms(1_000_000, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void due(long hour, int count, DueOutcome outcome) {
        for (int i = 0; i < count; i++) {
            book.apply(new StandingChange("p-1", 0, CaseStanding.NONE, standing(hour, outcome)));
        }
    }

    private static CaseStanding standing(long hour, DueOutcome outcome) {
        return new CaseStanding(false, hour * DueBook.HOUR, outcome);
    }

    /** Looks at every hour, as after changes in each. */
    private void passTo(long hour) {
        for (long next = Math.max(START, watched.hour() + 1); next <= hour; next++) {
            watched = watched.look(next, book, null, BurnTerms.DEFAULT, shown::add);
        }
    }

    private List<Alert> one() {
        return shown.stream().filter(alert -> alert.subject().equals("burn-1d")).toList();
    }

    private static long at(int hour) {
        return (START + hour) * DueBook.HOUR;
    }
}
