package vn.takedown.report.output;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.takedown.report.chart.Chart;
import vn.takedown.report.document.Block;
import vn.takedown.report.document.ReportDocument;
import vn.takedown.report.document.Section;
import vn.takedown.report.table.Cell;
import vn.takedown.report.table.Column;
import vn.takedown.report.table.Row;
import vn.takedown.report.table.Table;
import vn.takedown.report.text.CellText;
import vn.takedown.report.text.Formats;
import vn.takedown.report.text.Messages;

/**
 * The report as one HTML file that needs no other: styles and charts are inside. It is well-formed
 * XML too, so that the same text can be made into a PDF. Every cell carries the value of the annex
 * as {@code data-value}.
 */
public final class HtmlReport {

    private static final int SHORT = 16;

    private final ReportDocument document;
    private final Messages messages;
    private final CellText cells;
    private final boolean forPrint;
    private final StringBuilder html = new StringBuilder();

    private HtmlReport(ReportDocument document, boolean forPrint) {
        this.document = document;
        this.messages = Messages.in(document.language());
        this.cells = new CellText(messages, new Formats(document.language(), messages));
        this.forPrint = forPrint;
    }

    /** For a browser. */
    public static String of(ReportDocument document) {
        return new HtmlReport(document, false).write();
    }

    /** For the PDF: with bookmarks and page styles, without the links of a screen. */
    static String forPrint(ReportDocument document) {
        return new HtmlReport(document, true).write();
    }

    private String write() {
        String language = document.language().tag();
        html.append("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"")
                .append(language)
                .append("\" xml:lang=\"")
                .append(language)
                .append("\">\n<head>\n<meta charset=\"UTF-8\"/>\n<title>")
                .append(escape(document.title()))
                .append("</title>\n<meta name=\"viewport\" content=\"width=device-width\"/>\n")
                .append("<meta name=\"description\" content=\"")
                .append(escape(document.subtitle()))
                .append("\"/>\n<meta name=\"subject\" content=\"")
                .append(escape(document.subtitle()))
                .append("\"/>\n<style>\n")
                .append(resource("report.css"))
                .append(forPrint ? resource("print.css") : "")
                .append("</style>\n");
        if (forPrint) {
            bookmarks();
        }
        html.append("</head>\n<body>\n");
        if (!forPrint) {
            html.append("<a class=\"skip\" href=\"#content\">")
                    .append(escape(messages.get("html.skip")))
                    .append("</a>\n");
        }
        html.append("<header>\n<h1>")
                .append(escape(document.title()))
                .append("</h1>\n<p class=\"subtitle\">")
                .append(escape(document.subtitle()))
                .append("</p>\n");
        for (String warning : document.warnings()) {
            html.append("<p class=\"warning\">").append(escape(warning)).append("</p>\n");
        }
        html.append("</header>\n");
        contents();
        html.append("<main id=\"content\">\n");
        document.sections().forEach(this::section);
        html.append("</main>\n</body>\n</html>\n");
        return html.toString();
    }

    private void bookmarks() {
        html.append("<bookmarks>\n");
        for (Section section : document.sections()) {
            html.append("<bookmark name=\"")
                    .append(escape(heading(section)))
                    .append("\" href=\"#section-")
                    .append(section.number())
                    .append("\"/>\n");
        }
        html.append("</bookmarks>\n");
    }

    private static String heading(Section section) {
        return section.number() + ". " + section.title();
    }

    private void contents() {
        html.append("<nav aria-label=\"")
                .append(escape(messages.get("html.contents")))
                .append("\">\n<h2>")
                .append(escape(messages.get("html.contents")))
                .append("</h2>\n<ul class=\"contents\">\n");
        for (Section section : document.sections()) {
            html.append("<li><a href=\"#section-")
                    .append(section.number())
                    .append("\">")
                    .append(escape(heading(section)))
                    .append("</a></li>\n");
        }
        html.append("</ul>\n</nav>\n");
    }

    private void section(Section section) {
        html.append("<section id=\"section-")
                .append(section.number())
                .append("\">\n<h2>")
                .append(escape(heading(section)))
                .append("</h2>\n");
        section.blocks().forEach(this::block);
        html.append("</section>\n");
    }

    private void block(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            html.append("<p>").append(escape(paragraph.text())).append("</p>\n");
        } else if (block instanceof Block.Heading heading) {
            html.append("<h3>").append(escape(heading.text())).append("</h3>\n");
        } else if (block instanceof Block.Gap gap) {
            html.append("<p class=\"gap\">").append(escape(gap.text())).append("</p>\n");
        } else if (block instanceof Block.Points points) {
            html.append("<ul>\n");
            points.items()
                    .forEach(item -> html.append("<li>").append(escape(item)).append("</li>\n"));
            html.append("</ul>\n");
        } else if (block instanceof Block.Terms terms) {
            html.append("<dl>\n");
            terms.terms()
                    .forEach(
                            term ->
                                    html.append("<dt>")
                                            .append(escape(term.name()))
                                            .append("</dt><dd>")
                                            .append(escape(term.meaning()))
                                            .append("</dd>\n"));
            html.append("</dl>\n");
        } else if (block instanceof Block.Figures figures) {
            table(figures.table());
        } else if (block instanceof Block.Picture picture) {
            picture(picture.chart());
        } else if (block instanceof Block.Outside outside) {
            outside(outside);
        }
    }

    private void picture(Chart chart) {
        String svg = forPrint ? ChartSvg.outlined(chart) : ChartSvg.of(chart);
        html.append("<figure id=\"chart-")
                .append(chart.id())
                .append("\">\n")
                .append(svg)
                .append("\n<figcaption>")
                .append(escape(chart.title()))
                .append("</figcaption>\n</figure>\n");
    }

    private void table(Table table) {
        String title = messages.get("table." + table.id());
        html.append("<div class=\"table")
                .append(width(table))
                .append(height(table.rows().size()))
                .append('"');
        if (!forPrint) {
            html.append(" role=\"region\" tabindex=\"0\" aria-label=\"")
                    .append(escape(title))
                    .append('"');
        }
        html.append(">\n<table id=\"table-")
                .append(table.id())
                .append("\">\n<caption>")
                .append(escape(title))
                .append("</caption>\n<thead>\n<tr>");
        for (Column column : table.columns()) {
            html.append("<th scope=\"col\"")
                    .append(isNumber(column) ? " class=\"number\"" : "")
                    .append('>')
                    .append(escape(messages.get("column." + column.id())))
                    .append("</th>");
        }
        html.append("</tr>\n</thead>\n<tbody>\n");
        for (Row row : table.rows()) {
            row(table, row);
        }
        html.append("</tbody>\n</table>\n");
        String note = messages.getOr("note." + table.id(), "");
        if (!note.isEmpty()) {
            html.append("<p class=\"note\">").append(escape(note)).append("</p>\n");
        }
        html.append("</div>\n");
    }

    /** Tables with many columns need smaller letters in print, the widest a page of their own. */
    private static String width(Table table) {
        int columns = table.columns().size();
        return columns > 11 ? " wide" : columns > 6 ? " dense" : "";
    }

    /** Short tables are not torn apart in print; longer ones would leave a page half empty. */
    private static String height(int rows) {
        return rows <= SHORT ? " short" : "";
    }

    private void row(Table table, Row row) {
        html.append(row.total() ? "<tr class=\"total\">" : "<tr>");
        for (int i = 0; i < row.cells().size(); i++) {
            Column column = table.columns().get(i);
            Cell cell = row.cells().get(i);
            String element = i < table.keys() ? "th" : "td";
            html.append('<').append(element);
            if (i < table.keys()) {
                html.append(" scope=\"row\"");
            }
            if (isNumber(column)) {
                html.append(" class=\"number\"");
            }
            if (!forPrint) {
                html.append(" data-value=\"")
                        .append(escape(String.join("|", AnnexValues.of(column, cell))))
                        .append('"');
            }
            html.append('>')
                    .append(escape(cells.of(cell)))
                    .append("</")
                    .append(element)
                    .append('>');
        }
        html.append("</tr>\n");
    }

    private void outside(Block.Outside outside) {
        html.append("<div class=\"table")
                .append(height(outside.rows().size()))
                .append("\">\n<table>\n<caption>")
                .append(escape(outside.title()))
                .append("</caption>\n<thead>\n<tr>");
        outside.heads()
                .forEach(
                        head ->
                                html.append("<th scope=\"col\">")
                                        .append(escape(head))
                                        .append("</th>"));
        html.append("</tr>\n</thead>\n<tbody>\n");
        for (List<String> row : outside.rows()) {
            html.append("<tr>");
            row.forEach(value -> html.append("<td>").append(escape(value)).append("</td>"));
            html.append("</tr>\n");
        }
        html.append("</tbody>\n</table>\n</div>\n");
    }

    private static boolean isNumber(Column column) {
        return switch (column.kind()) {
            case TEXT, CODE, MOMENT -> false;
            default -> true;
        };
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints()
                .forEach(
                        point -> {
                            switch (point) {
                                case '&' -> escaped.append("&amp;");
                                case '<' -> escaped.append("&lt;");
                                case '>' -> escaped.append("&gt;");
                                case '"' -> escaped.append("&quot;");
                                default -> {
                                    // XML has no place for most control characters.
                                    boolean allowed =
                                            point >= 0x20 || point == '\n' || point == '\t';
                                    escaped.appendCodePoint(allowed ? point : 0xFFFD);
                                }
                            }
                        });
        return escaped.toString();
    }

    private static String resource(String name) {
        try (InputStream stream = HtmlReport.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IOException("the resource " + name + " is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
