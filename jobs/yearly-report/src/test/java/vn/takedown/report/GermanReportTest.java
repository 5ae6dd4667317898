package vn.takedown.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * From cases with the German government's published counts the report gives the published shares,
 * each row a test; the rows of a year share its report.
 */
class GermanReportTest {

    private static final BigDecimal DAY = BigDecimal.valueOf(Duration.ofDays(1).toMillis());
    private static final Map<Integer, Annex> REPORTS = new HashMap<>();

    @TempDir private static Path folder;

    @ParameterizedTest(name = "{0}: {3} % of {2} {1} items within {4}")
    @MethodSource("roundedShares")
    void aPublishedShareIsReproduced(
            int year, String side, int items, BigDecimal published, String bound) {
        Annex annex = report(year);

        assertThat(percent(annex, bound, side).setScale(published.scale(), RoundingMode.HALF_UP))
                .isEqualByComparingTo(published);
        assertThat(annex.row("removal-within", "bound", "eligible").get("removed_" + side))
                .isEqualTo(Integer.toString(items));
    }

    /** All 31 but the one that was cut off. */
    static Stream<Arguments> roundedShares() {
        return GermanYears.sides().stream()
                .flatMap(
                        side ->
                                side.shares().stream()
                                        .filter(share -> !wasCutOff(share))
                                        .map(
                                                share ->
                                                        Arguments.of(
                                                                side.year(),
                                                                side.name(),
                                                                side.items(),
                                                                share.percent(),
                                                                share.bound())));
    }

    private static boolean wasCutOff(GermanYears.Share share) {
        return share.percent().compareTo(new BigDecimal("99.65")) == 0;
    }

    @Test
    void noRowIsLost() {
        assertThat(roundedShares()).hasSize(31);
    }

    /** No count of 7,868 gives 99.65 by rounding: 7,841 give 99.6568. */
    @Test
    void theShareThatWasCutOffIsReproducedByCuttingOff() {
        assertThat(percent(report(2022), "7d", "domestic").setScale(2, RoundingMode.DOWN))
                .isEqualByComparingTo("99.65");
    }

    @ParameterizedTest(name = "{0}: {1} of {2} within {3} is {4} %")
    @CsvSource({
        "2017, 582, 967, 48h, 60.19",
        "2017, 935, 967, 7d, 96.69",
        "2018, 809, 1035, 48h, 78.16"
    })
    void aPublishedCountGivesItsShare(
            int year, String within, String items, String bound, BigDecimal expected) {
        Annex annex = report(year);

        assertThat(percent(annex, bound, "domestic").setScale(2, RoundingMode.HALF_UP))
                .isEqualByComparingTo(expected);
        assertThat(annex.row("removal-within", "bound", bound).get("removed_domestic"))
                .isEqualTo(within);
        assertThat(annex.row("removal-within", "bound", "eligible").get("removed_domestic"))
                .isEqualTo(items);
    }

    @ParameterizedTest(name = "{0}: {1} of {2} are domestic, {3} %")
    @CsvSource({
        "2014, 1146, 2747, 42",
        "2017, 967, 5938, 16",
        "2018, 1035, 5868, 18",
        "2020, 1726, 6821, 25.3",
        "2021, 6505, 11914, 54.6",
        "2022, 7868, 15309, 51.4",
    })
    void theShareOfDomesticItemsIsReproduced(
            int year, String domestic, String all, BigDecimal published) {
        Map<String, String> row = report(year).row("removal-within", "bound", "eligible");

        assertThat(row).containsEntry("removed_domestic", domestic);
        assertThat(row).containsEntry("removed_all", all);
        assertThat(
                        new BigDecimal(row.get("removed_domestic"))
                                .multiply(BigDecimal.valueOf(100))
                                .divide(
                                        new BigDecimal(row.get("removed_all")),
                                        published.scale(),
                                        RoundingMode.HALF_UP))
                .isEqualByComparingTo(published);
    }

    @ParameterizedTest(name = "{0}: mean availability {1} days")
    @CsvSource({"2014, 1.88", "2016, 2.93", "2017, 2.01", "2020, 1.66", "2021, 2.55", "2022, 1.54"})
    void aPublishedMeanIsReproduced(int year, BigDecimal days) {
        String mean =
                report(year).row("removal-speed", "group", "DOMESTIC").get("removed_only_mean_ms");

        assertThat(new BigDecimal(mean).divide(DAY, 2, RoundingMode.HALF_UP))
                .isEqualByComparingTo(days);
    }

    private static BigDecimal percent(Annex annex, String bound, String side) {
        return new BigDecimal(annex.row("removal-within", "bound", bound).get("share_" + side))
                .multiply(BigDecimal.valueOf(100));
    }

    private static Annex report(int year) {
        return REPORTS.computeIfAbsent(year, GermanReportTest::write);
    }

    private static Annex write(int year) {
        try {
            Path documents = Files.createDirectory(folder.resolve("documents-" + year));
            new Documents(documents).cases(GermanYears.cases(year), CaseFields.CUT_OFF);
            return Reports.internal(year, documents, folder.resolve("report-" + year));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
