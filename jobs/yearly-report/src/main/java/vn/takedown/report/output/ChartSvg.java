package vn.takedown.report.output;

import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.StringWriter;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.takedown.report.chart.Chart;

/** Charts as SVG elements that name themselves to assistive technology. */
final class ChartSvg {

    private static final String NAMESPACE = "http://www.w3.org/2000/svg";

    private ChartSvg() {}

    /** With text as text. */
    static String of(Chart chart) {
        return svg(chart, false);
    }

    /**
     * With the outlines of letters, so that a renderer needs no fonts. What they say is in the
     * table beside the chart; the PDF takes the words for those who cannot see from {@code alt}.
     */
    static String outlined(Chart chart) {
        return svg(chart, true);
    }

    private static String svg(Chart chart, boolean outlined) {
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document());
        context.setComment(null);
        context.setPrecision(2);
        context.setIDGenerator(new OwnIds(chart.id()));
        SVGGraphics2D graphics = new ExactGraphics(context, outlined);
        graphics.setSVGCanvasSize(new Dimension(chart.width(), chart.height()));
        chart.drawing().draw(graphics, new Rectangle(chart.width(), chart.height()));
        Element root = graphics.getRoot();
        describe(root, chart);
        if (outlined) {
            root.setAttributeNS(null, "alt", chart.description());
        }
        return written(root);
    }

    private static String written(Element root) {
        StringWriter svg = new StringWriter();
        try {
            Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
            // It becomes part of another document.
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            transformer.transform(new DOMSource(root), new StreamResult(svg));
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
        return svg.toString();
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(NAMESPACE, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void describe(Element root, Chart chart) {
        String title = chart.id() + "-title";
        String description = chart.id() + "-description";
        // Empty, and with the same id in every chart.
        root.removeChild(root.getElementsByTagName("defs").item(0));
        root.setAttributeNS(null, "role", "img");
        root.setAttributeNS(null, "aria-labelledby", title + " " + description);
        root.setAttributeNS(null, "viewBox", "0 0 " + chart.width() + " " + chart.height());
        root.insertBefore(
                text(root, "desc", description, chart.description()), root.getFirstChild());
        root.insertBefore(text(root, "title", title, chart.title()), root.getFirstChild());
    }

    private static Element text(Element root, String name, String id, String text) {
        Element element = root.getOwnerDocument().createElementNS(NAMESPACE, name);
        element.setAttributeNS(null, "id", id);
        element.setTextContent(text);
        return element;
    }

    /** All charts stand in one HTML document: their ids must differ. */
    private static final class OwnIds extends SVGIDGenerator {

        private final String chart;

        OwnIds(String chart) {
            this.chart = chart;
        }

        @Override
        public String generateID(String prefix) {
            return chart + "-" + super.generateID(prefix);
        }
    }

    /** Batik measures text in whole pixels, which puts words beside their places. */
    private static final class ExactGraphics extends SVGGraphics2D {

        private final Graphics2D measure =
                new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();

        ExactGraphics(SVGGeneratorContext context, boolean outlined) {
            super(context, outlined);
            measure.setRenderingHint(
                    RenderingHints.KEY_FRACTIONALMETRICS,
                    RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        }

        @Override
        public FontMetrics getFontMetrics(Font font) {
            return measure.getFontMetrics(font);
        }
    }
}
