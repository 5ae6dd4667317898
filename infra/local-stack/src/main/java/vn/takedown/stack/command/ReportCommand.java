package vn.takedown.stack.command;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.takedown.report.Language;
import vn.takedown.report.ReportFailure;
import vn.takedown.report.ReportRequest;
import vn.takedown.report.YearlyReport;
import vn.takedown.report.figures.YearFigures;
import vn.takedown.report.source.DocumentSource;
import vn.takedown.report.source.ElasticsearchSource;
import vn.takedown.report.source.FolderSource;
import vn.takedown.stack.StackFailure;
import vn.takedown.stack.server.Installation;
import vn.takedown.stack.server.RunFolder;
import vn.takedown.stack.terminal.Console;

/** {@code infra/takedown report}: the yearly assessment. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the report is written", "1:failed; nothing is written", "2:wrong usage"},
        description = {
            "Writes the yearly assessment: report.html, report.pdf, report.docx, an annex of CSV"
                    + " files with a data dictionary, and a manifest with checksums.",
            "Reads Elasticsearch as one state of the data. Equal data give equal bytes."
        })
final class ReportCommand implements Callable<Integer> {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2099;

    @Spec private CommandSpec spec;

    @Option(
            names = "--year",
            required = true,
            paramLabel = "YYYY",
            description = "calendar year in Vietnam, by the day of issue, 2000 to 2099")
    private int year;

    @Option(
            names = "--lang",
            required = true,
            paramLabel = "NAME",
            description = "one of ${COMPLETION-CANDIDATES}")
    private Language language;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "DIR",
            description = "folder of the report; made, or empty")
    private Path output;

    @Option(
            names = "--as-of",
            paramLabel = "INSTANT",
            description =
                    "date of the report, such as 2027-01-15T02:00:00Z; not before the data"
                            + " cut-off (default: the data cut-off)")
    private String asOf;

    @Option(
            names = "--previous",
            paramLabel = "DIR",
            description = "an earlier report for the same year; what changed since is listed")
    private Path previous;

    @Option(
            names = "--public",
            description = "withhold counts from 1 to 4 and what would give them away")
    private boolean forThePublic;

    @Option(
            names = "--minimum-volume",
            paramLabel = "N",
            defaultValue = "" + ReportRequest.USUAL_MINIMUM_VOLUME,
            description =
                    "items from which rates and medians of a provider are given (default:"
                            + " ${DEFAULT-VALUE})")
    private int minimumVolume;

    @Option(
            names = "--supplement",
            paramLabel = "FILE",
            description = "YAML with narrative and figures from outside")
    private Path supplement;

    @Option(
            names = "--elasticsearch",
            paramLabel = "URL",
            description = "the cluster (default: that of the stack running in the background)")
    private URI elasticsearch;

    @Option(
            names = "--input",
            paramLabel = "DIR",
            description = "read the documents that 'replay' has written instead of a cluster")
    private Path input;

    @Mixin private StateOption state;

    @Override
    public Integer call() {
        checkUsage();
        Console console = Console.standardOutput();
        ReportRequest request =
                new ReportRequest(
                        year,
                        language,
                        source(),
                        output,
                        asOfMillis(),
                        previous,
                        forThePublic,
                        minimumVolume,
                        supplement);
        try {
            YearFigures figures =
                    YearlyReport.write(
                            request, (step, done, total) -> console.update(bar(step, done, total)));
            console.note(
                    "Cases of "
                            + year
                            + ": "
                            + figures.all().period().issued()
                            + ", data cut-off "
                            + Instant.ofEpochMilli(figures.cutOff()));
            console.note("The report is in " + output.toAbsolutePath().normalize() + ".");
            return 0;
        } catch (ReportFailure e) {
            throw new StackFailure(e.getMessage(), e);
        }
    }

    private static String bar(String step, long done, long total) {
        if (total <= 0) {
            return step + (done == 0 ? " …" : " … " + done);
        }
        int width = 30;
        int filled = (int) (width * Math.min(done, total) / total);
        return step
                + " ["
                + "#".repeat(filled)
                + ".".repeat(width - filled)
                + "] "
                + 100 * Math.min(done, total) / total
                + " %";
    }

    private DocumentSource source() {
        if (input != null) {
            return new FolderSource(input);
        }
        if (elasticsearch != null) {
            return new ElasticsearchSource(elasticsearch);
        }
        Optional<RunFolder> running = state.folder(Installation.find()).background();
        return running.flatMap(BackgroundRun::readFrom)
                .map(run -> new ElasticsearchSource(run.addresses().elasticsearch()))
                .orElseThrow(
                        () ->
                                new StackFailure(
                                        "The stack is not running. 'infra/takedown up' starts it;"
                                                + " --elasticsearch names another cluster, --input"
                                                + " a folder of documents."));
    }

    private Long asOfMillis() {
        if (asOf == null) {
            return null;
        }
        try {
            return Instant.parse(asOf).toEpochMilli();
        } catch (DateTimeParseException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--as-of: " + asOf + " is no instant such as 2027-01-15T02:00:00Z.",
                    e);
        }
    }

    private void checkUsage() {
        require(
                year >= FIRST_YEAR && year <= LAST_YEAR,
                "--year is " + FIRST_YEAR + " to " + LAST_YEAR + ".");
        require(minimumVolume >= 1, "--minimum-volume is at least 1.");
        require(
                input == null || elasticsearch == null,
                "Name either --elasticsearch or --input, not both.");
        require(
                input == null || Files.isDirectory(input),
                "--input: there is no folder " + input + ".");
        require(
                supplement == null || Files.isRegularFile(supplement),
                "--supplement: there is no file " + supplement + ".");
        require(
                elasticsearch == null
                        || elasticsearch.getHost() != null
                                && String.valueOf(elasticsearch.getScheme()).startsWith("http"),
                "--elasticsearch is an address such as http://127.0.0.1:9200.");
        asOfMillis();
    }

    private void require(boolean holds, String rule) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), rule);
        }
    }
}
