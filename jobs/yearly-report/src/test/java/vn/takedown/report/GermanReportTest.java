package vn.takedown.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The German government's yearly figures on the deletion of child sexual abuse material: from cases
 * with the published counts the report gives the published shares.
 *
 * <p>Where only shares were published, the numbers of domestic and foreign addresses follow from
 * the number of reports and the share of domestic ones, and the counts within a time are the whole
 * numbers nearest to the share.
 */
class GermanReportTest {

    private static final long HOUR = Duration.ofHours(1).toMillis();

    @ParameterizedTest(name = "{0}: {3} % of {2} {1} items within {4}")
    @CsvSource({
        // year, jurisdiction, items, published share in percent, bound
        // 2012 and 2015: the items of each side were not published; all that were forwarded.
        "2012, domestic, 5463, 98, 7d",
        "2012, domestic, 5463, 100, 14d",
        "2012, cross_border, 5463, 73, 7d",
        "2015, cross_border, 3064, 81, 28d",
        "2014, domestic, 1146, 77, 48h",
        "2014, domestic, 1146, 96, 7d",
        "2014, domestic, 1146, 100, 14d",
        "2014, cross_border, 1601, 68, 7d",
        "2014, cross_border, 1601, 91, 28d",
        "2016, domestic, 1088, 70, 48h",
        "2016, domestic, 1088, 96, 7d",
        "2016, cross_border, 1633, 62, 7d",
        "2016, cross_border, 1633, 92, 28d",
        "2017, domestic, 967, 60, 48h",
        "2017, domestic, 967, 97, 7d",
        "2017, cross_border, 4971, 60, 7d",
        "2018, domestic, 1035, 78, 48h",
        "2020, domestic, 1726, 73.4, 48h",
        "2020, domestic, 1726, 98.6, 7d",
        "2020, cross_border, 5095, 61, 7d",
        "2020, cross_border, 5095, 80, 28d",
        "2021, domestic, 6505, 61.92, 48h",
        "2021, domestic, 6505, 97.53, 7d",
        "2021, cross_border, 5409, 56.59, 7d",
        "2021, cross_border, 5409, 88.11, 28d",
        "2022, domestic, 7868, 76.32, 48h",
        "2022, cross_border, 7441, 53.23, 7d",
        "2022, cross_border, 7441, 88.54, 28d",
        "2023, domestic, 43533, 85.4, 48h",
        "2023, domestic, 43533, 98.98, 7d",
        "2023, cross_border, 11080, 57.6, 7d",
    })
    void aPublishedShareIsReproduced(
            int year,
            String jurisdiction,
            int items,
            BigDecimal published,
            String bound,
            @TempDir Path folder)
            throws IOException {
        int within =
                published
                        .multiply(BigDecimal.valueOf(items))
                        .divide(BigDecimal.valueOf(100), 0, RoundingMode.HALF_UP)
                        .intValue();
        String share = report(year, jurisdiction, items, within, bound, folder);

        assertThat(rounded(share, published.scale())).isEqualByComparingTo(published);
    }

    /** No count of 7,868 gives 99.65 by rounding: 7,841 give 99.6568, which was cut off. */
    @Test
    void theShareThatWasCutOffIsReproducedByCuttingOff(@TempDir Path folder) throws IOException {
        String share = report(2022, "domestic", 7868, 7841, "7d", folder);

        assertThat(
                        new BigDecimal(share)
                                .multiply(BigDecimal.valueOf(100))
                                .setScale(2, RoundingMode.DOWN))
                .isEqualByComparingTo("99.65");
    }

    @ParameterizedTest(name = "{0}: {1} of {2} within {3} is {4} %")
    @CsvSource({
        "2017, 582, 967, 48h, 60.19",
        "2017, 935, 967, 7d, 96.69",
        "2018, 809, 1035, 48h, 78.16"
    })
    void aPublishedCountGivesItsShare(
            int year,
            int within,
            int items,
            String bound,
            BigDecimal expected,
            @TempDir Path folder)
            throws IOException {
        String share = report(year, "domestic", items, within, bound, folder);

        assertThat(rounded(share, 2)).isEqualByComparingTo(expected);
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
            int year, int domestic, int all, BigDecimal published, @TempDir Path folder)
            throws IOException {
        List<Map<String, Object>> cases = new ArrayList<>();
        for (int i = 0; i < all; i++) {
            cases.add(CaseFields.of(i, year, i < domestic ? "DOMESTIC" : "CROSS_BORDER", HOUR));
        }
        new Documents(folder).cases(cases, CaseFields.CUT_OFF);
        Annex annex = Reports.internal(year, folder, folder.resolve("report"));

        Map<String, String> row = annex.row("removal-within", "bound", "eligible");
        BigDecimal share =
                new BigDecimal(row.get("removed_domestic"))
                        .multiply(BigDecimal.valueOf(100))
                        .divide(new BigDecimal(row.get("removed_all")), 6, RoundingMode.HALF_UP);
        assertThat(share.setScale(published.scale(), RoundingMode.HALF_UP))
                .isEqualByComparingTo(published);
    }

    @ParameterizedTest(name = "{0}: mean availability {2} days")
    @CsvSource({
        "2014, 1146, 1.88",
        "2016, 1088, 2.93",
        "2017, 967, 2.01",
        "2020, 1726, 1.66",
        "2021, 6505, 2.55",
        "2022, 7868, 1.54",
    })
    void aPublishedMeanIsReproduced(int year, int items, BigDecimal days, @TempDir Path folder)
            throws IOException {
        long mean = days.multiply(BigDecimal.valueOf(24 * HOUR)).longValueExact();
        List<Map<String, Object>> cases = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            // Pairs as far below the mean as above it.
            long distance = i / 2 % 30 * HOUR;
            long removal = i == items - 1 ? mean : i % 2 == 0 ? mean - distance : mean + distance;
            cases.add(CaseFields.of(i, year, "DOMESTIC", removal));
        }
        new Documents(folder).cases(cases, CaseFields.CUT_OFF);
        Annex annex = Reports.internal(year, folder, folder.resolve("report"));

        BigDecimal millis =
                new BigDecimal(
                        annex.row("removal-speed", "group", "DOMESTIC")
                                .get("removed_only_mean_ms"));
        assertThat(millis.divide(BigDecimal.valueOf(24 * HOUR), 2, RoundingMode.HALF_UP))
                .isEqualByComparingTo(days);
    }

    private static String report(
            int year, String jurisdiction, int items, int within, String bound, Path folder)
            throws IOException {
        long limit = hours(bound) * HOUR;
        List<Map<String, Object>> cases = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            // Spread up to and including the bound, and beyond it.
            long removal = i < within ? limit - i % 7 * HOUR / 2 : limit + 1 + i % 5 * HOUR;
            cases.add(
                    CaseFields.of(
                            i,
                            year,
                            jurisdiction.equals("domestic") ? "DOMESTIC" : "CROSS_BORDER",
                            removal));
        }
        new Documents(folder).cases(cases, CaseFields.CUT_OFF);
        Annex annex = Reports.internal(year, folder, folder.resolve("report"));
        return annex.row("removal-within", "bound", bound).get("share_" + jurisdiction);
    }

    private static int hours(String bound) {
        int number = Integer.parseInt(bound.substring(0, bound.length() - 1));
        return bound.endsWith("d") ? number * 24 : number;
    }

    private static BigDecimal rounded(String share, int digits) {
        return new BigDecimal(share)
                .multiply(BigDecimal.valueOf(100))
                .setScale(digits, RoundingMode.HALF_UP);
    }
}
