package vn.takedown.report;

import java.nio.file.Path;
import vn.takedown.report.figures.YearFigures;
import vn.takedown.report.source.FolderSource;

/** Makes reports for tests. */
final class Reports {

    private Reports() {}

    static Annex internal(int year, Path documents, Path output) {
        write(year, Language.EN, documents, output, null, false);
        return new Annex(output);
    }

    static YearFigures write(
            int year,
            Language language,
            Path documents,
            Path output,
            Path previous,
            boolean forThePublic) {
        return YearlyReport.write(
                new ReportRequest(
                        year,
                        language,
                        new FolderSource(documents),
                        output,
                        null,
                        previous,
                        forThePublic,
                        ReportRequest.USUAL_MINIMUM_VOLUME,
                        null),
                (step, done, total) -> {});
    }
}
