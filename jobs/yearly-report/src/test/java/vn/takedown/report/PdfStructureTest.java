package vn.takedown.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.takedown.report.figures.YearFigures;

/** What a screen reader, an archive and a printer need of the PDF. */
class PdfStructureTest {

    private static final int SECTIONS = 23;
    private static final Pattern CELL = Pattern.compile("<t[dh][^>]*>([^<]+)</t[dh]>");

    @TempDir private Path folder;
    private PDDocument pdf;

    private void open(Language language) throws IOException {
        Path documents = Files.createDirectory(folder.resolve("documents"));
        List<Map<String, Object>> cases = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Map<String, Object> item = CaseFields.ofTwelveProviders(i);
            cases.add(item);
        }
        new Documents(documents).cases(cases, CaseFields.CUT_OFF);
        YearFigures figures =
                Reports.write(2026, language, documents, folder.resolve("report"), null, false);
        assertThat(figures.all().period().issued()).isEqualTo(300);
        pdf = Loader.loadPDF(folder.resolve("report/report.pdf").toFile());
    }

    @AfterEach
    void close() throws IOException {
        pdf.close();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void thePdfIsTaggedNamedAndInALanguage(Language language) throws IOException {
        open(language);
        PDDocumentCatalog catalog = pdf.getDocumentCatalog();

        assertThat(catalog.getMarkInfo().isMarked()).isTrue();
        assertThat(catalog.getLanguage()).isEqualTo(language.tag());
        assertThat(pdf.getDocumentInformation().getTitle()).contains("2026");
        assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
        Set<String> types = new HashSet<>();
        each(catalog.getStructureTreeRoot(), element -> types.add(element.getStructureType()));
        assertThat(types).contains("H1", "H2", "P", "Table", "TR", "TH", "TD", "Figure", "L");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyFigureHasWordsForThoseWhoCannotSee(Language language) throws IOException {
        open(language);
        List<String> words = new ArrayList<>();
        each(
                pdf.getDocumentCatalog().getStructureTreeRoot(),
                element -> {
                    if (element.getStructureType().equals("Figure")) {
                        words.add(element.getAlternateDescription());
                    }
                });

        assertThat(words)
                .hasSizeGreaterThanOrEqualTo(5)
                .allSatisfy(text -> assertThat(text).hasSizeGreaterThan(40));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everySectionHasABookmark(Language language) throws IOException {
        open(language);
        List<String> titles = new ArrayList<>();
        for (PDOutlineItem item : pdf.getDocumentCatalog().getDocumentOutline().children()) {
            assertThat(item.findDestinationPage(pdf)).as(item.getTitle()).isNotNull();
            titles.add(item.getTitle());
        }

        assertThat(titles).hasSize(SECTIONS);
        for (int i = 0; i < SECTIONS; i++) {
            assertThat(titles.get(i)).startsWith(i + 1 + ". ");
        }
    }

    /** Charts are drawn, so they stay sharp on paper. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void fontsAreEmbeddedAndThereAreNoPixels(Language language) throws IOException {
        open(language);
        Set<String> fonts = new HashSet<>();
        for (PDPage page : pdf.getPages()) {
            PDResources resources = page.getResources();
            for (COSName name : resources.getFontNames()) {
                PDFont font = resources.getFont(name);
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                fonts.add(font.getName());
            }
            for (COSName name : resources.getXObjectNames()) {
                PDXObject object = resources.getXObject(name);
                assertThat(object).isNotInstanceOf(PDImageXObject.class);
            }
        }
        assertThat(fonts).hasSize(2).allMatch(name -> name.contains("DejaVu"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyCellOfTheHtmlIsInThePdfAndInTheDocx(Language language) throws IOException {
        open(language);
        String html = Files.readString(folder.resolve("report/report.html"));
        String print = squeezed(new PDFTextStripper().getText(pdf));
        String word = squeezed(DocxText.of(folder.resolve("report/report.docx")));
        Matcher cells = CELL.matcher(html);
        int compared = 0;

        while (cells.find()) {
            String cell =
                    squeezed(
                            cells.group(1)
                                    .replace("&quot;", "\"")
                                    .replace("&lt;", "<")
                                    .replace("&gt;", ">")
                                    .replace("&amp;", "&"));
            assertThat(print).contains(cell);
            assertThat(word).contains(cell);
            compared++;
        }
        assertThat(compared).isGreaterThan(1_000);
    }

    /** Lines are broken differently everywhere. */
    private static String squeezed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("[\\s\u00a0\u00ad]+", "");
    }

    private static void each(PDStructureNode node, Consumer<PDStructureElement> consumer) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                consumer.accept(element);
                each(element, consumer);
            }
        }
    }
}
