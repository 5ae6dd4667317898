package vn.takedown.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Properties;
import vn.takedown.report.document.ReportFacts;
import vn.takedown.report.document.ReportWriter;
import vn.takedown.report.document.Supplement;
import vn.takedown.report.figures.YearFigures;
import vn.takedown.report.figures.YearReader;
import vn.takedown.report.output.ReportFolder;
import vn.takedown.report.restatement.PreviousReport;
import vn.takedown.report.restatement.Restatements;
import vn.takedown.report.source.Snapshot;
import vn.takedown.report.table.Table;
import vn.takedown.report.tables.ReportTables;

/** Makes the yearly assessment (Decision 830/QĐ-TTg, IV.1.k). */
public final class YearlyReport {

    private YearlyReport() {}

    /**
     * Reads the documents and writes the report's folder, whole or not at all.
     *
     * @return the figures that the report rests on
     * @throws ReportFailure when something is missing or does not fit; one line
     */
    public static YearFigures write(ReportRequest request, ReportListener listener) {
        // Charts are drawn, not shown: a screen that cannot be reached must not matter.
        System.setProperty("java.awt.headless", "true");
        ReportFolder.requireFree(request.output());
        Supplement supplement =
                request.supplement() == null
                        ? Supplement.NONE
                        : Supplement.read(request.supplement());
        PreviousReport previous =
                request.previous() == null
                        ? null
                        : PreviousReport.read(
                                request.previous(), request.year(), request.forThePublic());
        YearFigures figures;
        try (Snapshot snapshot = request.source().open()) {
            figures = YearReader.read(request.year(), snapshot, listener);
        }
        long asOf = request.asOf() == null ? figures.cutOff() : request.asOf();
        if (asOf < figures.cutOff()) {
            throw new ReportFailure(
                    "--as-of "
                            + Instant.ofEpochMilli(asOf)
                            + " lies before the data cut-off "
                            + Instant.ofEpochMilli(figures.cutOff())
                            + ": the documents do not tell how things stood then.");
        }
        listener.progress("Computing the tables", 0, 0);
        ReportTables tables =
                ReportTables.of(figures, request.minimumVolume(), request.forThePublic());
        Table restatements =
                previous == null ? null : Restatements.of(figures, previous, tables.all());
        ReportFacts facts =
                new ReportFacts(
                        request.year(),
                        figures.cutOff(),
                        asOf,
                        figures.complete(),
                        request.forThePublic(),
                        request.minimumVolume(),
                        version(),
                        tables,
                        supplement,
                        restatements,
                        previous == null ? null : previous.cutOff());
        ReportFolder.write(
                request.output(), facts, ReportWriter.write(facts, request.language()), listener);
        return figures;
    }

    private static String version() {
        Properties properties = new Properties();
        try (InputStream stream = YearlyReport.class.getResourceAsStream("version.properties")) {
            properties.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "Takedown Monitor " + properties.getProperty("version");
    }
}
