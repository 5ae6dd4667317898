package vn.takedown.stack.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import vn.takedown.compliance.ingest.RejectionReason;
import vn.takedown.report.Language;
import vn.takedown.report.text.Messages;

/** What is wrong is told in one line, with an exit code, and nothing is left behind. */
class ReportCommandTest {

    private static final String CASE =
            """
            {"case_id":"r/1","request_id":"r","item_id":"1","provider_id":"p","action":"REMOVE",\
            "category":"CSAM","urgency":"STANDARD","authority_id":"a","source":"USER",\
            "policy_id":"default","policy_version":0,"issued_at":"2026-03-01T00:00:00.000Z",\
            "t0":"2026-03-01T00:00:00.000Z","due_at":"2026-03-02T00:00:00.000Z",\
            "state":"ISSUED","verdict":"OVERDUE","ttr_low_ms":0,"false_claim":false,\
            "reinstatements":0,"recidivism":"NONE","updated_at":"2027-01-10T00:00:00.000Z"}""";

    @TempDir private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeDocuments() throws IOException {
        Files.createDirectory(input());
        Files.writeString(input().resolve("takedown-cases.ndjson"), CASE + "\n");
    }

    @Test
    void aReportIsWritten() {
        assertThat(run("--year=2026", "--lang=en", "--input=" + input(), output())).isZero();
        assertThat(folder.resolve("report/manifest.json")).exists();
    }

    @Test
    void aYearWithoutCases() throws IOException {
        fails("There is no case of the year 2025.", "--year=2025", "--input=" + input());
    }

    @Test
    void noData() throws IOException {
        Files.writeString(input().resolve("takedown-cases.ndjson"), "");
        fails("There is no case at all.", "--year=2026", "--input=" + input());
    }

    @Test
    void aClusterThatCannotBeReached() throws IOException {
        fails("cannot be reached", "--year=2026", "--elasticsearch=http://localhost:1");
    }

    @Test
    void noStackInTheBackground() throws IOException {
        System.setProperty("takedown.home", Path.of("..", "..").toString());
        fails("The stack is not running.", "--year=2026", "--state-dir=" + input());
    }

    @Test
    void aFolderWithHalfAReport() throws IOException {
        Path report = Files.createDirectory(folder.resolve("report"));
        Files.writeString(report.resolve("report.html"), "half");

        fails("holds no whole report", "--year=2026", "--input=" + input());
        assertThat(report.resolve("report.html")).hasContent("half");
    }

    @Test
    void aPreviousReportThatIsNone() throws IOException {
        fails(
                "holds no earlier report",
                "--year=2026",
                "--input=" + input(),
                "--previous=" + input());
    }

    @Test
    void wrongUsage() {
        String in = "--input=" + input();
        assertThat(run("--year=1999", "--lang=en", in, output())).isEqualTo(2);
        assertThat(run("--year=next", "--lang=en", in, output())).isEqualTo(2);
        assertThat(run("--year=2026", "--lang=fr", in, output())).isEqualTo(2);
        assertThat(run("--year=2026", "--lang=en", in)).isEqualTo(2);
        assertThat(run("--year=2026", "--lang=en", "--as-of=today", in, output())).isEqualTo(2);
        assertThat(run("--year=2026", "--lang=en", "--minimum-volume=0", in, output()))
                .isEqualTo(2);
        assertThat(run("--year=2026", "--lang=en", "--input=" + folder + "/none", output()))
                .isEqualTo(2);
        assertThat(
                        run(
                                "--year=2026",
                                "--lang=en",
                                "--elasticsearch=http://localhost:1",
                                in,
                                output()))
                .isEqualTo(2);
        assertThat(folder.resolve("report")).doesNotExist();
    }

    @Test
    void everyRejectionHasANameInBothLanguages() {
        for (RejectionReason reason : RejectionReason.values()) {
            for (Language language : Language.values()) {
                assertThat(Messages.in(language).has("dead_letter." + reason)).isTrue();
            }
        }
    }

    private void fails(String message, String... options) throws IOException {
        List<String> before = entries();

        assertThat(run(Stream.concat(Stream.of("--lang=vi", output()), Stream.of(options))))
                .isEqualTo(1);
        assertThat(err.toString()).contains(message).hasLineCount(1);
        assertThat(entries()).isEqualTo(before);
    }

    private List<String> entries() throws IOException {
        try (Stream<Path> entries = Files.walk(folder)) {
            return entries.map(Path::toString).sorted().toList();
        }
    }

    private Path input() {
        return folder.resolve("documents");
    }

    private String output() {
        return "--output=" + folder.resolve("report");
    }

    private int run(Stream<String> options) {
        return run(options.toArray(String[]::new));
    }

    private int run(String... options) {
        return new CommandLine(new ReportCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new Failures())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(options);
    }
}
