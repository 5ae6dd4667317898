package vn.takedown.report.document;

import java.util.List;
import vn.takedown.report.chart.Chart;
import vn.takedown.report.table.Table;

/** A part of a section. */
public sealed interface Block {

    record Paragraph(String text) implements Block {}

    /** A heading inside a section. */
    record Heading(String text) implements Block {}

    record Points(List<String> items) implements Block {
        public Points {
            items = List.copyOf(items);
        }
    }

    /** Terms and what they mean. */
    record Terms(List<Term> terms) implements Block {
        public Terms {
            terms = List.copyOf(terms);
        }
    }

    record Term(String name, String meaning) {}

    /** A table that is also a file of the annex. */
    record Figures(Table table) implements Block {}

    /** A picture of a table that stands beside it. */
    record Picture(Chart chart) implements Block {}

    /** That something is missing, and who must supply it. */
    record Gap(String text) implements Block {}

    /**
     * Figures from outside, as the ministry supplied them.
     *
     * @param heads of the columns
     * @param rows as many cells as heads
     */
    record Outside(String title, List<String> heads, List<List<String>> rows) implements Block {}
}
