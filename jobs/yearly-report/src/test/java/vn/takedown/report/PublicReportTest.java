package vn.takedown.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicReportTest {

    private static final List<String> NO_COUNTS =
            List.of(
                    "providers_domestic",
                    "providers_cross_border",
                    "policy_version",
                    "year",
                    "hours",
                    "blind_hours",
                    "weak_hours");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noFileOfThePublicAnnexHoldsASmallCount(long seed, @TempDir Path folder)
            throws IOException {
        Path documents = Files.createDirectory(folder.resolve("documents"));
        new Documents(documents).cases(cases(new Random(seed)), CaseFields.CUT_OFF);
        Path report = folder.resolve("report");
        Reports.write(2026, Language.VI, documents, report, null, true);

        int withheld = 0;
        try (Stream<Path> files = Files.list(report.resolve("annex"))) {
            for (Path file : files.toList()) {
                withheld += check(file);
            }
        }
        assertThat(withheld).isGreaterThan(10);
        assertThat(new Annex(report).row("key-figures", "figure", "issued").get("value"))
                .isEqualTo("600");
    }

    private static int check(Path file) throws IOException {
        int withheld = 0;
        CSVFormat format =
                CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).build();
        try (CSVParser parser = CSVParser.parse(Files.newBufferedReader(file), format)) {
            for (CSVRecord line : parser) {
                for (Map.Entry<String, String> cell : line.toMap().entrySet()) {
                    boolean count =
                            !NO_COUNTS.contains(cell.getKey())
                                    && !cell.getKey().equals("providers")
                                    && !file.endsWith("cross-check.csv");
                    if (count) {
                        assertThat(cell.getValue())
                                .as("%s of %s: %s", cell.getKey(), file.getFileName(), line)
                                .isNotIn("1", "2", "3", "4");
                    }
                    withheld += cell.getValue().equals("SUPPRESSED") ? 1 : 0;
                }
            }
        }
        return withheld;
    }

    private static List<Map<String, Object>> cases(Random random) {
        List<Map<String, Object>> cases = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            long removal = random.nextInt(10) == 0 ? -1 : (long) (random.nextDouble() * 4e8);
            Map<String, Object> item =
                    CaseFields.of(
                            i, 2026, random.nextInt(9) == 0 ? "DOMESTIC" : "CROSS_BORDER", removal);
            // A few large providers and a tail of small ones.
            int provider = (int) (30 * Math.pow(random.nextDouble(), 3));
            item.put("provider_id", "p" + provider);
            item.put("provider_type", provider % 4 == 0 ? "SOCIAL" : "HOSTING");
            item.put("category", random.nextInt(40) == 0 ? "GROOMING" : "CSAM");
            item.put("authority_id", "authority-" + random.nextInt(3) * random.nextInt(3));
            cases.add(item);
        }
        return cases;
    }
}
