package vn.takedown.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.takedown.report.source.DocumentSource;
import vn.takedown.report.source.ElasticsearchSource;
import vn.takedown.report.source.FolderSource;

/** Whatever is wrong is told in one line, and nothing is left behind. */
class BadInputTest {

    private static final int YEAR = 2026;

    @TempDir private Path folder;
    private Path documents;
    private Path output;

    @BeforeEach
    void writeDocuments() throws IOException {
        documents = Files.createDirectory(folder.resolve("documents"));
        output = folder.resolve("report");
        List<Map<String, Object>> cases = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            cases.add(CaseFields.of(i, YEAR, "DOMESTIC", i * 3_600_000L));
        }
        new Documents(documents).cases(cases, CaseFields.CUT_OFF);
    }

    @Test
    void aYearWithoutCases() throws IOException {
        fails(request(2019).build(), "There is no case of the year 2019.");
    }

    @Test
    void aFolderWithoutDocuments() throws IOException {
        Files.delete(documents.resolve("takedown-cases.ndjson"));

        fails(request(YEAR).build(), "holds no takedown-cases.ndjson to report on.");
    }

    @Test
    void anEmptyFileOfCases() throws IOException {
        new Documents(documents).lines("takedown-cases");

        fails(request(YEAR).build(), "There is no case at all.");
    }

    @Test
    void aClusterThatCannotBeReached() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        DocumentSource nobody = new ElasticsearchSource(URI.create("http://127.0.0.1:" + port));

        fails(request(YEAR).from(nobody).build(), "cannot be reached");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "this is no JSON; document 1: Unrecognized token",
                "{\"case_id\":\"a\"}; document 1: the case document has no",
                "[]; document 1: line 1 is no document",
                "{\"case_id\":\"a\",\"issued_at\":\"yesterday\"}; document 1:",
            })
    void aDamagedDocument(String line, String message) throws IOException {
        new Documents(documents).lines("takedown-cases", line);

        fails(request(YEAR).build(), message);
    }

    @Test
    void aFolderWithSomethingInIt() throws IOException {
        Files.createDirectory(output);
        Files.writeString(output.resolve("report.html"), "half");

        assertThatThrownBy(() -> write(request(YEAR).build()))
                .isInstanceOf(ReportFailure.class)
                .hasMessageContaining("is not empty and holds no whole report");
        assertThat(output.resolve("report.html")).hasContent("half");
        assertThat(siblings()).containsExactlyInAnyOrder("documents", "report");
    }

    @Test
    void aReportKeepsItsFigures() {
        write(request(YEAR).build());

        assertThatThrownBy(() -> write(request(YEAR).build()))
                .isInstanceOf(ReportFailure.class)
                .hasMessageContaining("holds a report already");
    }

    @Test
    void anEmptyFolderIsFilled() throws IOException {
        Files.createDirectory(output);

        write(request(YEAR).build());

        assertThat(output.resolve("manifest.json")).exists();
        assertThat(siblings()).containsExactlyInAnyOrder("documents", "report");
    }

    @Test
    void aDateBeforeTheDataCutOff() throws IOException {
        fails(
                request(YEAR).asOf(CaseFields.CUT_OFF - 86_400_000L * 2000).build(),
                "lies before the data cut-off");
    }

    @Test
    void aPreviousFolderWithoutAManifest() throws IOException {
        fails(request(YEAR).previous(documents).build(), "holds no earlier report");
    }

    @Test
    void aPreviousReportWhoseFileWasTouched() throws IOException {
        Path previous = folder.resolve("previous");
        Reports.write(YEAR, Language.EN, documents, previous, null, false);
        Files.writeString(previous.resolve("annex").resolve("providers.csv"), "provider_id\r\n");

        fails(
                request(YEAR).previous(previous).build(),
                "annex/providers.csv is not what the manifest says");
    }

    @Test
    void aPreviousReportForAnotherVariant() throws IOException {
        Path previous = folder.resolve("previous");
        Reports.write(YEAR, Language.EN, documents, previous, null, true);

        fails(request(YEAR).previous(previous).build(), "is of the variant public, not internal");
    }

    @Test
    void aPreviousReportForAnotherYear() throws IOException {
        Path previous = folder.resolve("previous");
        List<Map<String, Object>> cases = new ArrayList<>();
        cases.add(CaseFields.of(1, YEAR, "DOMESTIC", 1));
        cases.add(CaseFields.of(2, YEAR - 1, "DOMESTIC", 1));
        new Documents(documents).cases(cases, CaseFields.CUT_OFF);
        Reports.write(YEAR - 1, Language.EN, documents, previous, null, false);

        fails(request(YEAR).previous(previous).build(), "is about the year 2025, not 2026.");
    }

    @Test
    void aPreviousReportWithAFileMissing() throws IOException {
        Path previous = folder.resolve("previous");
        Reports.write(YEAR, Language.EN, documents, previous, null, false);
        Files.delete(previous.resolve("annex").resolve("providers.csv"));

        fails(
                request(YEAR).previous(previous).build(),
                "the manifest names annex/providers.csv, which is missing.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"format\":99}; is of another format than this software writes.",
                "{\"format\":1,\"year\":2026,\"variant\":\"internal\"}; names no file of an annex.",
                "no JSON; cannot be read",
            })
    void aPreviousManifestThatDoesNotFit(String manifest, String message) throws IOException {
        Path previous = Files.createDirectory(folder.resolve("previous"));
        Files.writeString(previous.resolve("manifest.json"), manifest);

        fails(request(YEAR).previous(previous).build(), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "sections: [1; line 1",
                "secions: {}; Unrecognized field \"secions\"",
                "sections: {24: {text: {vi: a, en: b}}}; section 24 does not exist",
                "sections: {14: {text: {vi: a}}}; section 14: text needs both vi and en",
                "sections: {14: {figures: [{value: 3}]}}; a figure needs a label and a value",
            })
    void aSupplementThatSaysSomethingUnknown(String yaml, String message) throws IOException {
        Path supplement = folder.resolve("supplement.yaml");
        Files.writeString(supplement, yaml + "\n");

        fails(request(YEAR).supplement(supplement).build(), message);
    }

    @Test
    void aSupplementTakesThePlaceOfTheGap() throws IOException {
        Path supplement = folder.resolve("supplement.yaml");
        Files.writeString(
                supplement,
                """
                authority: {vi: Bộ, en: The ministry}
                sections:
                  14:
                    text: {vi: "Đã xử phạt.", en: "Fines were imposed."}
                    figures:
                      - label: {vi: Tiền phạt, en: Fines}
                        value: "3"
                        source: {vi: Thanh tra, en: Inspectorate}
                """);

        write(request(YEAR).supplement(supplement).build());

        assertThat(Files.readString(output.resolve("report.html")))
                .contains("Fines were imposed.", "Inspectorate", "The ministry")
                .doesNotContain("The monitor holds no sanctions.");
    }

    private void fails(ReportRequest request, String message) throws IOException {
        List<String> before = siblings();

        assertThatThrownBy(() -> write(request))
                .isInstanceOf(ReportFailure.class)
                .hasMessageContaining(message)
                .message()
                .hasLineCount(1);
        assertThat(siblings()).isEqualTo(before);
    }

    private static void write(ReportRequest request) {
        YearlyReport.write(request, (step, done, total) -> {});
    }

    private List<String> siblings() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private Builder request(int year) {
        return new Builder(year, new FolderSource(documents), null, null, null);
    }

    private final class Builder {

        private final int year;
        private final DocumentSource source;
        private final Long asOf;
        private final Path previous;
        private final Path supplement;

        Builder(int year, DocumentSource source, Long asOf, Path previous, Path supplement) {
            this.year = year;
            this.source = source;
            this.asOf = asOf;
            this.previous = previous;
            this.supplement = supplement;
        }

        Builder from(DocumentSource other) {
            return new Builder(year, other, asOf, previous, supplement);
        }

        Builder asOf(long instant) {
            return new Builder(year, source, instant, previous, supplement);
        }

        Builder previous(Path earlier) {
            return new Builder(year, source, asOf, earlier, supplement);
        }

        Builder supplement(Path file) {
            return new Builder(year, source, asOf, previous, file);
        }

        ReportRequest build() {
            return new ReportRequest(
                    year, Language.EN, source, output, asOf, previous, false, 10, supplement);
        }
    }
}
