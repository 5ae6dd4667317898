package vn.takedown.stack.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

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
        index(lines);
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
    }

    @Test
    void whatIsWrittenWhileTheReportReadsIsNotSeen() throws Exception {
        try (Snapshot snapshot = new ElasticsearchSource(elasticsearch).open()) {
            index(List.of(document(CASES)));
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
            send("POST", "/takedown-cases/_delete_by_query?refresh=true", query(CASES));
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

    private static void index(List<String> documents) throws Exception {
        StringBuilder body = new StringBuilder();
        for (String document : documents) {
            body.append("{\"index\":{}}\n").append(document).append('\n');
        }
        String answer = send("POST", "/takedown-cases/_bulk?refresh=true", body.toString());
        assertThat(answer).contains("\"errors\":false");
    }

    private static String send(String method, String path, String body) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(elasticsearch.resolve(path))
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                        .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body();
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
