package vn.takedown.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import vn.takedown.report.source.FolderSource;

/**
 * A report over a million cases in the heap that the build gives its tests (1 GiB). Run by hand:
 * {@code mvn -pl jobs/yearly-report -am test -Dtest=ScaleMeasurement -Dtakedown.measure=true
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@EnabledIfSystemProperty(named = "takedown.measure", matches = "true")
class ScaleMeasurement {

    private static final int CASES = 1_000_000;
    private static final long MINUTE = 60_000;
    private static final long DAY = 1440 * MINUTE;

    @Test
    void aMillionCasesTakeAMinute(@TempDir Path folder) throws IOException {
        Path documents = Files.createDirectory(folder.resolve("documents"));
        write(documents.resolve("takedown-cases.ndjson"));
        long started = System.nanoTime();
        long[] lastStep = {started};
        String[] step = {""};

        YearlyReport.write(
                new ReportRequest(
                        2026,
                        Language.VI,
                        new FolderSource(documents),
                        folder.resolve("report"),
                        null,
                        null,
                        Boolean.getBoolean("takedown.measure.public"),
                        ReportRequest.USUAL_MINIMUM_VOLUME,
                        null),
                (name, done, total) -> {
                    if (!name.equals(step[0])) {
                        print(step[0], lastStep[0]);
                        step[0] = name;
                        lastStep[0] = System.nanoTime();
                    }
                });

        print(step[0], lastStep[0]);
        print("all", started);
        System.out.printf(
                "cpu %.1f s, greatest heap %d MiB of %d MiB%n",
                ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                                .getProcessCpuTime()
                        / 1e9,
                Runtime.getRuntime().totalMemory() >> 20,
                Runtime.getRuntime().maxMemory() >> 20);
        assertThat(folder.resolve("report/report.docx")).exists();
    }

    private static void print(String step, long since) {
        System.out.printf(
                "%s: %.1f s%n",
                step, Duration.ofNanos(System.nanoTime() - since).toMillis() / 1000.0);
    }

    private static void write(Path file) throws IOException {
        Random random = new Random(4);
        long start = Instant.parse("2025-12-31T17:00:00Z").toEpochMilli();
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < CASES; i++) {
                out.write(line(i, start + (long) (random.nextDouble() * 364 * DAY), random));
                out.newLine();
            }
        }
    }

    private static String line(int i, long issuedAt, Random random) {
        int provider = (int) (200 * Math.pow(random.nextDouble(), 2));
        boolean down = random.nextInt(10) > 0;
        long removal = (long) (Math.exp(random.nextGaussian() * 1.5) * 8 * 60 * MINUTE);
        String removed =
                down
                        ? ",\"first_down_at\":\"%s\",\"confirmed_down_at\":\"%s\",\"ttr_high_ms\":%d"
                                .formatted(
                                        Documents.instant(issuedAt + removal),
                                        Documents.instant(issuedAt + removal + MINUTE),
                                        removal)
                        : "";
        return """
                {"case_id":"request-%1$d/%2$d","request_id":"request-%1$d","item_id":"%2$d",\
                "provider_id":"provider-%3$d","provider_name":"Provider %3$d",\
                "provider_type":"%4$s","jurisdiction":"%5$s","action":"REMOVE","category":"CSAM",\
                "urgency":"STANDARD","authority_id":"authority-%6$d","source":"HOTLINE_111",\
                "legal_basis":"law","target_key":"%7$064x","content_key":"%8$064x",\
                "policy_id":"policy","policy_version":1,"issued_at":"%9$s","t0":"%9$s",\
                "due_at":"%10$s","acknowledged_at":"%11$s","last_up_at":"%9$s","state":"%12$s",\
                "verdict":"%13$s","tta_ms":%14$d,"ttr_low_ms":0,"false_claim":false,\
                "geo_only":false,"removals":%15$d,"reinstatements":0,"recidivism":"NONE",\
                "prior_cases":0,"observations":9,"restated":false,"sequence":5,\
                "updated_at":"2027-01-15T00:00:00.000Z"%16$s}"""
                .formatted(
                        i / 5,
                        i,
                        provider,
                        provider % 3 == 0 ? "SOCIAL" : "HOSTING",
                        provider % 2 == 0 ? "DOMESTIC" : "CROSS_BORDER",
                        i % 12,
                        i,
                        i / 3,
                        Documents.instant(issuedAt),
                        Documents.instant(issuedAt + DAY),
                        Documents.instant(issuedAt + removal / 2),
                        down ? "REMOVED" : "ACKNOWLEDGED",
                        !down ? "OVERDUE" : removal <= DAY ? "ON_TIME" : "BREACH",
                        removal / 2,
                        down ? 1 : 0,
                        removed);
    }
}
