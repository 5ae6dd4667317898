package vn.takedown.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The tables of a report's HTML, cell by cell beside the files of its annex. */
final class HtmlTables {

    /** A number as it is printed, and what stands behind it. */
    private static final Pattern PRINTED =
            Pattern.compile("(−?[0-9][0-9.,]*)(?:\u00a0(%|min|phút|h|giờ|d|ngày))?.*");

    private HtmlTables() {}

    /**
     * @return how many lines were compared
     */
    static int requireTheValuesOfTheAnnex(Path report) throws Exception {
        Document html = parse(Files.readString(report.resolve("report.html")));
        boolean vietnamese = html.getDocumentElement().getAttribute("lang").equals("vi");
        NodeList tables = html.getElementsByTagName("table");
        int compared = 0;
        for (int i = 0; i < tables.getLength(); i++) {
            Element table = (Element) tables.item(i);
            String id = table.getAttribute("id").replaceFirst("^table-", "");
            List<List<String>> shown = new ArrayList<>();
            NodeList rows =
                    ((Element) table.getElementsByTagName("tbody").item(0))
                            .getElementsByTagName("tr");
            for (int row = 0; row < rows.getLength(); row++) {
                shown.add(values((Element) rows.item(row), vietnamese));
            }
            List<List<String>> expected =
                    new Annex(report)
                            .table(id).stream().map(line -> List.copyOf(line.values())).toList();
            assertThat(shown).as(id).isEqualTo(expected);
            compared += shown.size();
        }
        return compared;
    }

    private static List<String> values(Element row, boolean vietnamese) {
        List<String> values = new ArrayList<>();
        NodeList cells = row.getChildNodes();
        for (int i = 0; i < cells.getLength(); i++) {
            Element cell = (Element) cells.item(i);
            List<String> value = List.of(cell.getAttribute("data-value").split("\\|", -1));
            assertThat(cell.getTextContent()).isNotBlank();
            if (cell.getAttribute("class").equals("number")) {
                requireTheValue(cell.getTextContent(), value.get(0), vietnamese);
            }
            values.addAll(value);
        }
        return values;
    }

    /** What is read is what the file says, but for the rounding to what is printed. */
    private static void requireTheValue(String text, String value, boolean vietnamese) {
        if (!value.matches("-?[0-9.]+")) {
            assertThat(text).doesNotContainPattern("[0-9]");
            return;
        }
        Matcher printed = PRINTED.matcher(text);
        assertThat(printed.matches()).as(text).isTrue();
        String number =
                vietnamese
                        ? printed.group(1).replace(".", "").replace(',', '.')
                        : printed.group(1).replace(",", "");
        double read = Double.parseDouble(number.replace('−', '-'));
        String unit = printed.group(2) == null ? "" : printed.group(2);
        double exact = Double.parseDouble(value);
        switch (unit) {
            case "%" -> near(read, exact * 100, text);
            case "min", "phút" -> near(read, exact / 60_000, text);
            case "h", "giờ" -> near(read, exact / 3_600_000, text);
            case "d", "ngày" -> near(read, exact / 86_400_000, text);
            default -> assertThat(read).as(text).isEqualTo(exact);
        }
    }

    private static void near(double read, double exact, String text) {
        assertThat(Math.abs(read - exact)).as(text).isLessThan(0.0502);
    }

    private static Document parse(String html) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(html)));
    }
}
