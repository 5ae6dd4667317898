package vn.takedown.report.output;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.Document;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFPicture;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import vn.takedown.report.chart.Chart;
import vn.takedown.report.document.Block;
import vn.takedown.report.document.ReportDocument;
import vn.takedown.report.document.Section;
import vn.takedown.report.table.Column;
import vn.takedown.report.table.Row;
import vn.takedown.report.table.Table;
import vn.takedown.report.text.CellText;
import vn.takedown.report.text.Formats;
import vn.takedown.report.text.Messages;

/** The report for the ministry to edit and sign in Word. */
final class DocxReport {

    /** A4 and its margins, in twentieths of a point. */
    private static final int PAGE_WIDTH = 11906;

    private static final int PAGE_HEIGHT = 16838;
    private static final int MARGIN = 964;
    private static final int PICTURE_WIDTH = 480;

    /** Lines up to which a table stays on one page. */
    private static final int SHORT = 17;

    private final XWPFDocument document;
    private final Messages messages;
    private final CellText cells;

    private DocxReport(XWPFDocument document, ReportDocument report) {
        this.document = document;
        this.messages = Messages.in(report.language());
        this.cells = new CellText(messages, new Formats(report.language(), messages));
    }

    /**
     * @param asOf what the file says when it was made, milliseconds since the epoch
     */
    static void write(Path file, ReportDocument report, long asOf) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            DocxStyles.addTo(document, report.language());
            new DocxReport(document, report).fill(report);
            date(document, report, asOf);
            document.write(bytes);
        }
        Files.write(file, SteadyZip.of(bytes.toByteArray()));
    }

    private static void date(XWPFDocument document, ReportDocument report, long asOf) {
        POIXMLProperties.CoreProperties properties = document.getProperties().getCoreProperties();
        Optional<Date> date = Optional.of(new Date(asOf));
        properties.getUnderlyingProperties().setCreatedProperty(date);
        properties.getUnderlyingProperties().setModifiedProperty(date);
        properties.setTitle(report.title());
        properties.setDescription(report.subtitle());
        properties.setCreator("Takedown Monitor");
    }

    private void fill(ReportDocument report) throws IOException {
        page();
        styled(DocxStyles.TITLE, report.title());
        text(report.subtitle());
        for (String warning : report.warnings()) {
            run(document.createParagraph(), warning).setBold(true);
        }
        for (Section section : report.sections()) {
            styled(DocxStyles.SECTION, section.number() + ". " + section.title());
            for (Block block : section.blocks()) {
                block(block);
            }
        }
    }

    private void page() {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(PAGE_WIDTH));
        size.setH(BigInteger.valueOf(PAGE_HEIGHT));
        CTPageMar margin = section.addNewPgMar();
        margin.setLeft(BigInteger.valueOf(MARGIN));
        margin.setRight(BigInteger.valueOf(MARGIN));
        margin.setTop(BigInteger.valueOf(MARGIN));
        margin.setBottom(BigInteger.valueOf(MARGIN));
    }

    private void block(Block block) throws IOException {
        if (block instanceof Block.Paragraph paragraph) {
            text(paragraph.text());
        } else if (block instanceof Block.Heading heading) {
            styled(DocxStyles.HEADING, heading.text());
        } else if (block instanceof Block.Gap gap) {
            run(document.createParagraph(), gap.text()).setItalic(true);
        } else if (block instanceof Block.Points points) {
            points.items().forEach(item -> text("• " + item));
        } else if (block instanceof Block.Terms terms) {
            for (Block.Term term : terms.terms()) {
                XWPFParagraph paragraph = document.createParagraph();
                run(paragraph, term.name() + ": ").setBold(true);
                run(paragraph, term.meaning());
            }
        } else if (block instanceof Block.Figures figures) {
            table(figures.table());
        } else if (block instanceof Block.Picture picture) {
            picture(picture.chart());
        } else if (block instanceof Block.Outside outside) {
            styled(DocxStyles.CAPTION, outside.title());
            List<List<String>> lines = new ArrayList<>(List.of(outside.heads()));
            lines.addAll(outside.rows());
            grid(lines, new boolean[outside.heads().size()], line -> false);
        }
    }

    private void styled(String style, String text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(style);
        paragraph.setSpacingBefore(style.equals(DocxStyles.SECTION) ? 400 : 200);
        paragraph.setSpacingAfter(80);
        paragraph.createRun().setText(text);
    }

    private void text(String text) {
        run(document.createParagraph(), text);
    }

    private static XWPFRun run(XWPFParagraph paragraph, String text) {
        paragraph.setSpacingAfter(100);
        XWPFRun run = paragraph.createRun();
        run.setText(text);
        run.setFontSize(10);
        return run;
    }

    private void picture(Chart chart) throws IOException {
        XWPFParagraph paragraph = document.createParagraph();
        // The library cannot keep a paragraph that has no other property.
        paragraph.setSpacingAfter(0);
        paragraph.setKeepNext(true);
        int height = PICTURE_WIDTH * chart.height() / chart.width();
        try {
            XWPFPicture picture =
                    paragraph
                            .createRun()
                            .addPicture(
                                    new ByteArrayInputStream(ChartImage.png(chart)),
                                    Document.PICTURE_TYPE_PNG,
                                    chart.id() + ".png",
                                    Units.toEMU(PICTURE_WIDTH),
                                    Units.toEMU(height));
            picture.getCTPicture().getNvPicPr().getCNvPr().setDescr(chart.description());
        } catch (InvalidFormatException e) {
            throw new IOException(e);
        }
        styled(DocxStyles.CAPTION, chart.title());
    }

    private void table(Table table) {
        styled(DocxStyles.CAPTION, messages.get("table." + table.id()));
        List<List<String>> lines = new ArrayList<>();
        lines.add(
                table.columns().stream()
                        .map(column -> messages.get("column." + column.id()))
                        .toList());
        for (Row row : table.rows()) {
            lines.add(row.cells().stream().map(cells::of).toList());
        }
        boolean[] numbers = new boolean[table.columns().size()];
        for (int i = 0; i < numbers.length; i++) {
            Column.Kind kind = table.columns().get(i).kind();
            numbers[i] = kind != Column.Kind.TEXT && kind != Column.Kind.CODE;
        }
        grid(lines, numbers, line -> line > 0 && table.rows().get(line - 1).total());
        String note = messages.getOr("note." + table.id(), "");
        run(document.createParagraph(), note).setFontSize(8);
    }

    private interface Lines {
        boolean isTotal(int line);
    }

    /**
     * @param lines the head first
     */
    private void grid(List<List<String>> lines, boolean[] numbers, Lines totals) {
        int columns = lines.get(0).size();
        XWPFTable grid = document.createTable(lines.size(), columns);
        grid.setWidth("100%");
        for (int line = 0; line < lines.size(); line++) {
            XWPFTableRow row = grid.getRow(line);
            row.setCantSplitRow(true);
            if (line == 0) {
                row.setRepeatHeader(true);
            }
            for (int column = 0; column < columns; column++) {
                XWPFTableCell cell = row.getCell(column);
                if (line == 0) {
                    cell.setColor("E6E6E6");
                }
                XWPFParagraph paragraph = cell.getParagraphs().get(0);
                paragraph.setSpacingAfter(0);
                if (line == 0 || lines.size() <= SHORT && line < lines.size() - 1) {
                    paragraph.setKeepNext(true);
                }
                if (numbers[column]) {
                    paragraph.setAlignment(ParagraphAlignment.RIGHT);
                }
                XWPFRun run = paragraph.createRun();
                run.setText(lines.get(line).get(column));
                run.setFontSize(columns > 9 ? 6 : columns > 6 ? 7 : 8);
                run.setBold(line == 0 || totals.isTotal(line));
            }
        }
    }
}
