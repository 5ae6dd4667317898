package vn.takedown.report.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vn.takedown.report.ReportFailure;
import vn.takedown.report.ReportListener;
import vn.takedown.report.document.ReportDocument;
import vn.takedown.report.document.ReportFacts;
import vn.takedown.report.source.OneLine;
import vn.takedown.report.table.Table;

/**
 * The folder of a report. It is written beside its place and moved there when it is whole, so that
 * nobody ever sees half a report.
 */
public final class ReportFolder {

    private static final String ANNEX = "annex";

    private ReportFolder() {}

    /**
     * @throws ReportFailure when there is something in the folder already
     */
    public static void requireFree(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new ReportFailure(folder + " is no folder.");
        }
        try (Stream<Path> entries = Files.list(folder)) {
            if (entries.findAny().isPresent()) {
                throw new ReportFailure(
                        Files.exists(folder.resolve(Manifest.FILE))
                                ? folder
                                        + " holds a report already, and a report keeps its"
                                        + " figures: name another folder."
                                : folder
                                        + " is not empty and holds no whole report: empty it or"
                                        + " name another folder.");
            }
        } catch (IOException e) {
            throw new ReportFailure(folder + " cannot be read: " + OneLine.of(e), e);
        }
    }

    /**
     * Writes all files.
     *
     * @throws ReportFailure when that fails; then nothing is left behind
     */
    public static void write(
            Path folder, ReportFacts facts, ReportDocument document, ReportListener listener) {
        Path place = folder.toAbsolutePath().normalize();
        Path partial = null;
        try {
            Files.createDirectories(place.getParent());
            partial =
                    Files.createTempDirectory(
                            place.getParent(), "." + place.getFileName() + ".partial-");
            fill(partial, facts, document, listener);
            requireFree(folder);
            Files.deleteIfExists(place);
            Files.move(partial, place, StandardCopyOption.ATOMIC_MOVE);
            partial = null;
        } catch (IOException e) {
            throw new ReportFailure("Writing to " + folder + " failed: " + OneLine.of(e), e);
        } finally {
            if (partial != null) {
                delete(partial);
            }
        }
    }

    private static void fill(
            Path folder, ReportFacts facts, ReportDocument document, ReportListener listener)
            throws IOException {
        List<Table> tables = facts.allTables();
        Path annex = Files.createDirectory(folder.resolve(ANNEX));
        for (Table table : tables) {
            text(annex.resolve(table.id() + ".csv"), CsvText.of(table));
        }
        text(annex.resolve("data-dictionary.csv"), DataDictionary.of(tables));
        listener.progress("Writing report.html", 0, 3);
        text(folder.resolve("report.html"), HtmlReport.of(document));
        listener.progress("Writing report.pdf", 1, 3);
        PdfReport.write(folder.resolve("report.pdf"), document, facts.asOf());
        listener.progress("Writing report.docx", 2, 3);
        DocxReport.write(folder.resolve("report.docx"), document, facts.asOf());
        Manifest.write(folder, facts, document.language());
    }

    private static void text(Path file, String text) throws IOException {
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new ReportFailure("Deleting " + folder + " failed: " + OneLine.of(e), e);
        }
    }
}
