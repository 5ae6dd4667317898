package vn.takedown.report.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import vn.takedown.model.cohort.CountedValues;

/** Vectors that were worked out elsewhere; hours unless said. */
class SurvivalBandTest {

    private static final long HOUR = Duration.ofHours(1).toMillis();

    private final SurvivalBand openHalf = band(hours(2, 5, 8, 20, 23, 30), hours(50, 70, 100, 100));
    private final SurvivalBand mixed = band(hours(1, 3, 3, 10, 24, 26, 48), hours(6, 24, 72));

    /** Freireich 1963, 6-MP: the limits are those of R's survfit with conf.type "log-log". */
    private final SurvivalBand textbook =
            band(
                    hours(6, 6, 6, 7, 10, 13, 16, 22, 23),
                    hours(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35));

    @Test
    void openCasesStayInTheEstimate() {
        assertThat(surviving(openHalf, 2, 5, 8, 20, 23, 30))
                .containsExactly(new double[] {.9, .8, .7, .6, .5, .4}, within(1e-9));
        assertThat(openHalf.quantile(50).value()).isEqualTo(23 * HOUR);
        assertThat(openHalf.quantile(90).value()).isNull();
        assertThat(openHalf.quantile(95).value()).isNull();
        assertThat(1 - surviving(openHalf, 24)[0]).isCloseTo(0.50, within(1e-9));
    }

    @Test
    void theRestrictedMeanIsTheAreaUnderTheCurve() {
        assertThat(openHalf.restrictedMean(24 * HOUR) / HOUR).isCloseTo(17.8, within(1e-9));
        assertThat(openHalf.restrictedMean(168 * HOUR) / HOUR).isCloseTo(76.0, within(1e-9));
    }

    @Test
    void aCensoringAtTheTimeOfARemovalIsStillAtRisk() {
        assertThat(surviving(mixed, 1, 3, 10, 24, 26, 48))
                .containsExactly(
                        new double[] {.9, .7, .58333, .46667, .31111, .15556}, within(1e-5));
        assertThat(mixed.quantile(50).value()).isEqualTo(24 * HOUR);
        assertThat(mixed.quantile(75).value()).isEqualTo(48 * HOUR);
        assertThat(mixed.quantile(90).value()).isNull();
    }

    @Test
    void theBandOfTheTextbookIsThatOfTheLogLogScale() {
        SurvivalBand.Point[] points = textbook.at(6 * HOUR, 10 * HOUR, 23 * HOUR);

        assertThat(points[0].surviving()).isCloseTo(0.8571, within(5e-5));
        assertThat(points[0].low()).isCloseTo(0.6197, within(5e-5));
        assertThat(points[0].high()).isCloseTo(0.9516, within(5e-5));
        assertThat(points[1].surviving()).isCloseTo(0.7529, within(5e-5));
        assertThat(points[1].low()).isCloseTo(0.5032, within(5e-5));
        assertThat(points[1].high()).isCloseTo(0.8894, within(5e-5));
        assertThat(points[2].surviving()).isCloseTo(0.4482, within(5e-5));
        assertThat(points[2].low()).isCloseTo(0.1881, within(5e-5));
        assertThat(points[2].high()).isCloseTo(0.6801, within(5e-5));
    }

    @Test
    void theMedianOfTheTextbookHasALowerLimitAndNoUpperOne() {
        SurvivalBand.Quantile median = textbook.quantile(50);

        assertThat(median.value()).isEqualTo(23 * HOUR);
        assertThat(median.low()).isEqualTo(13 * HOUR);
        assertThat(median.high()).isNull();
    }

    @Test
    void whoIsStillFollowedIsCountedJustBeforeTheTime() {
        SurvivalBand.Point[] points = mixed.at(0, 6 * HOUR, 24 * HOUR, 100 * HOUR);

        assertThat(Arrays.stream(points).mapToLong(SurvivalBand.Point::atRisk))
                .containsExactly(10L, 7L, 5L, 0L);
    }

    private static double[] surviving(SurvivalBand band, int... hours) {
        return Arrays.stream(band.at(hours(hours)))
                .mapToDouble(SurvivalBand.Point::surviving)
                .toArray();
    }

    private static SurvivalBand band(long[] events, long[] censored) {
        return new SurvivalBand(CountedValues.of(events), CountedValues.of(censored));
    }

    private static long[] hours(int... hours) {
        return Arrays.stream(hours).mapToLong(hour -> hour * HOUR).toArray();
    }
}
