package vn.takedown.report.output;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Calendar;
import java.util.Locale;
import java.util.TimeZone;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import vn.takedown.report.document.ReportDocument;
import vn.takedown.report.text.ReportFont;

/** The report as a tagged PDF with bookmarks and embedded fonts. */
final class PdfReport {

    /**
     * It warns of fonts that it looks for and that the report does not use. Held, so that the level
     * stays.
     */
    private static final Logger PDFBOX = Logger.getLogger("org.apache.pdfbox");

    private PdfReport() {}

    /**
     * @param asOf what the file says when it was made, milliseconds since the epoch
     */
    static void write(Path file, ReportDocument report, long asOf) throws IOException {
        XRLog.setLoggingEnabled(false);
        PDFBOX.setLevel(Level.SEVERE);
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.withW3cDocument(parse(HtmlReport.forPrint(report)), "");
        builder.usePdfUaAccessibility(true);
        builder.useSVGDrawer(new BatikSVGDrawer());
        builder.withProducer("Takedown Monitor");
        builder.useFont(
                () -> font(ReportFont.REGULAR), ReportFont.FAMILY, 400, FontStyle.NORMAL, true);
        builder.useFont(
                () -> font(ReportFont.BOLD), ReportFont.FAMILY, 700, FontStyle.NORMAL, true);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer();
                OutputStream out = Files.newOutputStream(file)) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            try (PDDocument document = renderer.getPdfDocument()) {
                date(document, report, asOf);
                document.save(out);
            }
        }
    }

    /** Otherwise every run would say another time and another id. */
    private static void date(PDDocument document, ReportDocument report, long asOf) {
        Calendar date = Calendar.getInstance(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        date.setTimeInMillis(asOf);
        PDDocumentInformation information = document.getDocumentInformation();
        information.setCreationDate(date);
        information.setModificationDate(date);
        information.setTitle(report.title());
        document.setDocumentId(asOf);
    }

    private static InputStream font(ReportFont font) {
        try {
            return font.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document parse(String html) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("the report is no well-formed XML", e);
        }
    }
}
