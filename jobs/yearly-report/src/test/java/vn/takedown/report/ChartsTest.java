package vn.takedown.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import vn.takedown.report.text.Messages;
import vn.takedown.report.text.ReportFont;

/** The charts as they stand in the HTML. */
class ChartsTest {

    private static final Pattern COLOUR = Pattern.compile("rgb\\((\\d+),(\\d+),(\\d+)\\)");
    private static final String[] PAINTS = {"fill", "stroke", "stop-color"};

    private static final Map<Language, Document> REPORTS = new EnumMap<>(Language.class);

    @TempDir private static Path folder;

    private static Document html(Language language) throws Exception {
        if (!REPORTS.containsKey(language)) {
            REPORTS.put(language, html(language, 300));
        }
        return REPORTS.get(language);
    }

    private static Document html(Language language, int items) throws Exception {
        Path place = Files.createDirectory(folder.resolve(language + "-" + items));
        Path documents = Files.createDirectory(place.resolve("documents"));
        List<Map<String, Object>> cases = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            Map<String, Object> item = CaseFields.ofTwelveProviders(i);
            item.put("recidivism", i % 4 == 0 ? "STRICT" : "NONE");
            cases.add(item);
        }
        new Documents(documents).cases(cases, CaseFields.CUT_OFF);
        Reports.write(2026, language, documents, place.resolve("report"), null, false);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(
                        new ByteArrayInputStream(
                                Files.readAllBytes(place.resolve("report/report.html"))));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theirWordsStayTextInTheLanguageOfTheReport(Language language) throws Exception {
        Document html = html(language);
        Messages messages = Messages.in(language);
        Font font = ReportFont.REGULAR.drawn();
        List<String> texts = elements(html, "text").stream().map(Element::getTextContent).toList();

        assertThat(texts)
                .contains(
                        messages.get("chart.removal-curve.x"),
                        messages.get("chart.band"),
                        messages.get("chart.low"),
                        messages.get("chart.high"),
                        messages.get("chart.interval"),
                        messages.get("column.open_domestic"),
                        messages.get("column.recidivism_strict"))
                .allSatisfy(text -> assertThat(font.canDisplayUpTo(text)).as(text).isEqualTo(-1));
        assertThat(texts).anyMatch(text -> text.startsWith("Nhà cung cấp Đẵng 3 (n"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyChartNamesItself(Language language) throws Exception {
        List<Element> charts = elements(html(language), "svg");

        assertThat(charts).hasSize(5);
        for (Element chart : charts) {
            assertThat(chart.getAttribute("role")).isEqualTo("img");
            for (String id : chart.getAttribute("aria-labelledby").split(" ")) {
                assertThat(elements(chart.getOwnerDocument(), "*"))
                        .filteredOn(element -> element.getAttribute("id").equals(id))
                        .singleElement()
                        .satisfies(
                                element ->
                                        assertThat(element.getTextContent())
                                                .hasSizeGreaterThan(10));
            }
        }
    }

    /** One item: no provider has enough for a rate. */
    @Test
    void aChartWithoutAnythingInItIsLeftOut() throws Exception {
        assertThat(elements(html(Language.EN, 1), "figure"))
                .extracting(figure -> figure.getAttribute("id"))
                .contains("chart-removal-curve")
                .doesNotContain("chart-compliance-by-provider");
    }

    /** A clipping path of one chart would cut another. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void noTwoElementsHaveTheSameId(Language language) throws Exception {
        assertThat(
                        elements(html(language), "*").stream()
                                .map(element -> element.getAttribute("id"))
                                .filter(id -> !id.isEmpty()))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theyAreDrawnInGreysWithoutPixels(Language language) throws Exception {
        Document html = html(language);

        assertThat(elements(html, "image")).isEmpty();
        assertThat(elements(html, "pattern")).isEmpty();
        for (Element element : elements(html, "*")) {
            for (String paint : PAINTS) {
                assertThat(element.getAttribute(paint)).satisfies(ChartsTest::isGrey);
            }
        }
    }

    private static void isGrey(String paint) {
        Matcher colour = COLOUR.matcher(paint);
        if (colour.matches()) {
            assertThat(colour.group(2)).isEqualTo(colour.group(1)).isEqualTo(colour.group(3));
        } else {
            assertThat(paint).isIn("", "none", "black", "white", "gray");
        }
    }

    private static List<Element> elements(Document document, String name) {
        NodeList found = document.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }
}
