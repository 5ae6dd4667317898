package vn.takedown.model.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import vn.takedown.model.event.ObservationStatus;

class ProviderCoverageTest {

    private static final long FIRST = HourTally.hourOf(1_772_323_200_000L);

    private final ProviderCoverage coverage = new ProviderCoverage();

    @Test
    void anHourWithoutAnyObservationIsShownWhileCasesAreOpen() {
        add(0, HourTally::entered, HourTally::opened);
        assertThat(show(3))
                .extracting(HourCoverage::hour)
                .containsExactly(hour(0), hour(1), hour(2), hour(3));
        assertThat(show(4))
                .singleElement()
                .satisfies(
                        gap -> {
                            assertThat(gap.hour()).isEqualTo(hour(4));
                            assertThat(gap.openCases()).isEqualTo(1);
                            assertThat(gap.coverage()).isZero();
                            assertThat(gap.lastObservationAt()).isNull();
                        });
    }

    @Test
    void anHourWithoutOpenCasesIsShownOnlyForItsObservations() {
        add(0, HourTally::entered, HourTally::opened, HourTally::closed);
        add(2, tally -> tally.seen(ObservationStatus.ERROR, hour(2) + 7, false));

        List<HourCoverage> shown = show(5);
        assertThat(shown).extracting(HourCoverage::hour).containsExactly(hour(0), hour(2));
        assertThat(shown.get(1).coverage()).isNull();
        assertThat(shown.get(1).error()).isEqualTo(1);
        assertThat(shown.get(1).lastObservationAt()).isEqualTo(hour(2) + 7);
    }

    @Test
    void aCaseThatClosesInAnHourWasOpenInIt() {
        add(0, HourTally::entered, HourTally::opened);
        add(2, HourTally::closed);
        assertThat(show(4)).extracting(HourCoverage::openCases).containsExactly(1L, 1L, 1L);
    }

    @Test
    void whatDidNotChangeIsNotShownAgain() {
        add(0, HourTally::entered, HourTally::opened);
        show(2);
        add(1, HourTally::observed, tally -> tally.seen(ObservationStatus.UP, hour(1), true));

        assertThat(show(2))
                .singleElement()
                .satisfies(hour -> assertThat(hour.coverage()).isEqualTo(1));
        assertThat(show(2)).isEmpty();
    }

    @Test
    void aLateOpeningIsShownInEveryHourSince() {
        add(0, HourTally::entered, HourTally::opened);
        show(3);
        add(1, HourTally::entered, HourTally::opened);

        List<HourCoverage> shown = show(3);
        assertThat(shown).extracting(HourCoverage::hour).containsExactly(hour(1), hour(2), hour(3));
        assertThat(shown).extracting(HourCoverage::openCases).containsOnly(2L);
    }

    @Test
    void hoursThatALateClosingEmptiesAreShownAsEmpty() {
        add(0, HourTally::entered, HourTally::opened);
        show(3);
        add(1, HourTally::closed);

        assertThat(show(4)).extracting(HourCoverage::openCases).containsExactly(1L, 0L, 0L);
    }

    @Test
    void theRevisionGrowsWithWhatIsInTheHour() {
        add(0, HourTally::entered, HourTally::opened);
        long before = show(2).get(2).revision();
        add(1, HourTally::entered, HourTally::opened);
        add(2, HourTally::observed, tally -> tally.seen(ObservationStatus.UP, hour(2), true));

        List<HourCoverage> shown = show(2);
        assertThat(shown.get(shown.size() - 1).revision()).isGreaterThan(before + 1);
    }

    @Test
    void theRevisionDoesNotDependOnHowCountsCameTogether() {
        add(0, HourTally::entered, HourTally::opened, HourTally::entered, HourTally::opened);
        ProviderCoverage apart = new ProviderCoverage();
        for (int i = 0; i < 2; i++) {
            apart.add(change(0, HourTally::entered, HourTally::opened));
        }
        List<HourCoverage> shown = new ArrayList<>();
        apart.show(hour(3), shown::add);
        assertThat(show(3)).isEqualTo(shown);
    }

    @Test
    void forgottenHoursStillTellHowManyCasesAreOpen() {
        add(0, HourTally::entered, HourTally::opened);
        show(2);
        coverage.forget(hour(2));

        assertThat(coverage.isAtRest()).isFalse();
        assertThat(show(3))
                .singleElement()
                .satisfies(hour -> assertThat(hour.openCases()).isEqualTo(1));
        assertThatThrownBy(() -> add(0, HourTally::observed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nothingIsKeptOfAProviderWhoseCasesAreClosedForLong() {
        add(0, HourTally::entered, HourTally::opened, HourTally::closed);
        show(1);
        coverage.forget(hour(0));
        assertThat(coverage.isAtRest()).isTrue();
        assertThat(coverage.hours).isEmpty();
    }

    @Test
    void anEventOfAFarFutureGivesNoDocumentForEveryHourUntilThen() {
        add(0, HourTally::entered, HourTally::opened);
        long far = Duration.ofDays(70 * 365).toHours();
        add(far, HourTally::entered, HourTally::opened);

        List<HourCoverage> shown = show(far);
        assertThat(shown).hasSize(366 * 24 + 2);
        assertThat(shown.get(shown.size() - 1).openCases()).isEqualTo(2);
    }

    @SafeVarargs
    private void add(long hour, Consumer<HourTally>... counts) {
        coverage.add(change(hour, counts));
    }

    @SafeVarargs
    private static CoverageChange change(long hour, Consumer<HourTally>... counts) {
        HourTally tally = new HourTally(hour(hour));
        for (Consumer<HourTally> count : counts) {
            count.accept(tally);
        }
        return new CoverageChange("provider", List.of(tally));
    }

    private List<HourCoverage> show(long until) {
        List<HourCoverage> shown = new ArrayList<>();
        coverage.show(hour(until), shown::add);
        return shown;
    }

    private static long hour(long number) {
        return FIRST + number * HourTally.HOUR;
    }
}
