package vn.takedown.stack.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.takedown.compliance.sink.elasticsearch.ElasticsearchConnection;
import vn.takedown.compliance.sink.elasticsearch.ElasticsearchSetup;
import vn.takedown.compliance.sink.elasticsearch.IndexSettings;
import vn.takedown.report.source.DocumentKind;
import vn.takedown.report.source.ElasticsearchSource;
import vn.takedown.report.source.Selection;
import vn.takedown.report.source.Snapshot;
import vn.takedown.stack.client.ElasticsearchClient;
import vn.takedown.stack.command.TakedownCommand;
import vn.takedown.stack.documents.DocumentExport;
import vn.takedown.stack.server.Installation;
import vn.takedown.stack.server.LocalStack;
import vn.takedown.stack.server.StateFolder;
import vn.takedown.stack.terminal.Console;

/** The yearly assessment from a real Elasticsearch with the job's own mappings. */
class ReportIT {

    /** More than one page of the reader. */
    private static final int CASES = 12_000;

    @TempDir private static Path folder;

    private static LocalStack stack;
    private static URI elasticsearch;

    @BeforeAll
    static void startServers() throws Exception {
        Installation installation = Installation.find();
        stack =
                LocalStack.start(
                        installation,
                        StateFolder.resolve(folder.resolve("state"), installation).newRun("test"),
                        1,
                        Console.standardOutput());
        elasticsearch = stack.addresses().elasticsearch();
        ElasticsearchSetup.apply(
                ElasticsearchConnection.to(elasticsearch.toString()), IndexSettings.singleNode());
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            lines.add(document(i));
        }
        index("takedown-cases", lines);
        index("takedown-coverage", coverage());
        index("takedown-alerts", alerts());
    }

    @AfterAll
    static void stopServers() {
        if (stack != null) {
            stack.close();
        }
    }

    @Test
    void theReportFromTheClusterIsTheReportFromTheExport() throws Exception {
        Path export = folder.resolve("export");
        new DocumentExport(new ElasticsearchClient(elasticsearch)).writeTo(export);

        int fromCluster =
                TakedownCommand.run(
                        "report",
                        "--year=2026",
                        "--lang=vi",
                        "--elasticsearch=" + elasticsearch,
                        "--output=" + folder.resolve("cluster"));
        int fromExport =
                TakedownCommand.run(
                        "report",
                        "--year=2026",
                        "--lang=vi",
                        "--input=" + export,
                        "--output=" + folder.resolve("files"));

        assertThat(fromCluster).isZero();
        assertThat(fromExport).isZero();
        assertThat(contents(folder.resolve("cluster")))
                .isEqualTo(contents(folder.resolve("files")))
                .containsKeys("report.html", "report.pdf", "report.docx", "manifest.json");
        assertThat(Files.readString(folder.resolve("cluster/annex/flow-balance.csv")))
                .contains("ISSUED," + CASES);
        // p0: 200 hours with 1, 2 or 3 open cases, every tenth blind, every seventh watched in
        // part.
        assertThat(Files.readString(folder.resolve("cluster/annex/coverage.csv")))
                .isEqualTo(expectedCoverage());
        assertThat(Files.readString(folder.resolve("cluster/annex/blindness.csv")))
                .isEqualToNormalizingNewlines(
                        """
                        provider_id,subject,blind_from,blind_until,blind_time_ms,blind_status
                        _all,takedown.observations.v1,2026-12-30T17:00:00Z,2026-12-31T17:00:00Z,\
                        86400000,GOES_ON
                        p0,p0,2025-12-31T17:00:00Z,2025-12-31T19:30:00Z,9000000,OVER
                        """);
    }

    private static final int WATCHED_HOURS = 200;

    private static int open(int hour) {
        return 1 + hour % 3;
    }

    private static int observed(int hour) {
        return hour % 10 == 0 ? 0 : hour % 7 == 0 ? open(hour) - 1 : open(hour);
    }

    /** Two hours more: one without open cases, one before the year. */
    private static List<String> coverage() {
        List<String> lines = new ArrayList<>();
        for (int hour = 0; hour < WATCHED_HOURS; hour++) {
            lines.add(hour("2026-02-01T00:00:00Z", hour, open(hour), observed(hour)));
        }
        lines.add(hour("2026-03-01T00:00:00Z", 0, 0, 0));
        lines.add(hour("2025-12-31T16:00:00Z", 0, 5, 0));
        return lines;
    }

    private static String hour(String start, int hour, int open, int observed) {
        return """
                {"hour":"%s","provider_id":"p0","open_cases":%d,"observed_cases":%d,\
                "coverage":%s,"observations":%d,"updated_at":"2027-01-10T00:00:00.000Z"}"""
                .formatted(
                        Instant.parse(start)
                                .plus(Duration.ofHours(hour))
                                .toString()
                                .replace("Z", ".000Z"),
                        open,
                        observed,
                        open == 0 ? null : (double) observed / open,
                        observed);
    }

    private static String expectedCoverage() {
        int blind = 0;
        int weak = 0;
        long all = 0;
        long seen = 0;
        for (int hour = 0; hour < WATCHED_HOURS; hour++) {
            blind += observed(hour) == 0 ? 1 : 0;
            weak += observed(hour) < open(hour) ? 1 : 0;
            all += open(hour);
            seen += observed(hour);
        }
        String figures =
                String.format(
                        Locale.ROOT,
                        "%d,%d,%d,%.6f,NO\r\n",
                        WATCHED_HOURS,
                        blind,
                        weak,
                        (double) seen / all);
        return "provider_id,provider,hours,blind_hours,weak_hours,mean_coverage,assessable\r\n"
                + ("p0,p0," + figures + "_all,ALL," + figures);
    }

    /** Blind over the turn of the year, blind to this day, and not blind in the year. */
    private static List<String> alerts() {
        return List.of(
                blind("p0", "p0", "2025-12-31T10:00:00.000Z", "2025-12-31T19:30:00.000Z"),
                blind("_all", "takedown.observations.v1", "2026-12-30T17:00:00.000Z", null),
                blind("p1", "p1", "2025-11-01T00:00:00.000Z", "2025-11-02T00:00:00.000Z"));
    }

    private static String blind(String provider, String subject, String from, String to) {
        return """
                {"alert_key":"MONITOR_BLIND|%1$s|%2$s","kind":"MONITOR_BLIND",\
                "severity":"critical","status":"%3$s","starts_at":"%4$s","provider_id":"%1$s",\
                "updated_at":"2027-01-10T00:00:00.000Z"%5$s}"""
                .formatted(
                        provider,
                        subject,
                        to == null ? "FIRING" : "RESOLVED",
                        from,
                        to == null ? "" : ",\"ends_at\":\"" + to + "\"");
    }

    @Test
    void whatIsWrittenWhileTheReportReadsIsNotSeen() throws Exception {
        try (Snapshot snapshot = new ElasticsearchSource(elasticsearch).open()) {
            index("takedown-cases", List.of(document(CASES)));
            int[] read = {0};
            snapshot.forEach(
                    DocumentKind.CASES,
                    Selection.EVERYTHING,
                    parser -> {
                        parser.skipChildren();
                        read[0]++;
                    },
                    (done, total) -> {});

            assertThat(read[0]).isEqualTo(CASES);
        } finally {
            new Index(elasticsearch)
                    .send("POST", "/takedown-cases/_delete_by_query?refresh=true", query(CASES));
        }
    }

    @Test
    void aYearWithoutCasesFailsAndLeavesNothing() {
        int code =
                TakedownCommand.run(
                        "report",
                        "--year=2031",
                        "--lang=en",
                        "--elasticsearch=" + elasticsearch,
                        "--output=" + folder.resolve("nothing"));

        assertThat(code).isEqualTo(1);
        assertThat(folder.resolve("nothing")).doesNotExist();
    }

    private static String query(int number) {
        return "{\"query\":{\"term\":{\"item_id\":\"" + number + "\"}}}";
    }

    private static String document(int number) {
        boolean down = number % 7 != 0;
        return """
                {"case_id":"r%1$d/%2$d","request_id":"r%1$d","item_id":"%2$d",\
                "provider_id":"p%3$d","provider_type":"HOSTING","jurisdiction":"DOMESTIC",\
                "action":"REMOVE","category":"CSAM","urgency":"STANDARD","authority_id":"a",\
                "source":"USER","policy_id":"default","policy_version":0,\
                "issued_at":"2026-03-01T00:00:00.000Z","t0":"2026-03-01T00:00:00.000Z",\
                "due_at":"2026-03-02T00:00:00.000Z","state":"%4$s","verdict":"%5$s",\
                "ttr_low_ms":0,"false_claim":false,"geo_only":false,"removals":0,\
                "reinstatements":0,"recidivism":"NONE","prior_cases":0,"observations":3,\
                "restated":false,"sequence":1,"updated_at":"2027-01-10T00:00:00.000Z"%6$s}"""
                .formatted(
                        number / 4,
                        number,
                        number % 13,
                        down ? "REMOVED" : "ISSUED",
                        down ? "ON_TIME" : "OVERDUE",
                        down
                                ? ",\"first_down_at\":\"2026-03-01T01:00:00.000Z\","
                                        + "\"confirmed_down_at\":\"2026-03-01T09:00:00.000Z\","
                                        + "\"ttr_high_ms\":3600000"
                                : "");
    }

    private static void index(String alias, List<String> documents) throws Exception {
        StringBuilder body = new StringBuilder();
        for (String document : documents) {
            body.append("{\"index\":{}}\n").append(document).append('\n');
        }
        new Index(elasticsearch).bulk(alias, body.toString(), true);
    }

    private static Map<String, Integer> contents(Path report) throws IOException {
        Map<String, Integer> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(report)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(
                        report.relativize(file).toString(),
                        Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return contents;
    }
}
