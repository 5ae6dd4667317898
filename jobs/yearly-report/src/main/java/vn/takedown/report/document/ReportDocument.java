package vn.takedown.report.document;

import java.util.List;
import vn.takedown.report.Language;

/**
 * The whole report in one language.
 *
 * @param subtitle the year and which variant it is
 * @param warnings what must be read before any figure, such as that the year is not over
 */
public record ReportDocument(
        Language language,
        String title,
        String subtitle,
        List<String> warnings,
        List<Section> sections) {

    public ReportDocument {
        warnings = List.copyOf(warnings);
        sections = List.copyOf(sections);
    }
}
