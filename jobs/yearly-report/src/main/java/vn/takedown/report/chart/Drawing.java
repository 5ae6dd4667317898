package vn.takedown.report.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** SVG elements one after another. Greys, dashes and hatching only: it must survive a copier. */
final class Drawing {

    static final String BLACK = "#000000";
    static final String DARK = "#404040";
    static final String GREY = "#767676";
    static final String LIGHT = "#d9d9d9";
    static final String WHITE = "#ffffff";

    private static final String FONT = "'DejaVu Sans',Arial,sans-serif";

    private final StringBuilder elements = new StringBuilder();

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    void line(
            double x1, double y1, double x2, double y2, String colour, double width, String dash) {
        elements.append("<line x1=\"")
                .append(number(x1))
                .append("\" y1=\"")
                .append(number(y1))
                .append("\" x2=\"")
                .append(number(x2))
                .append("\" y2=\"")
                .append(number(y2))
                .append("\" stroke=\"")
                .append(colour)
                .append("\" stroke-width=\"")
                .append(number(width))
                .append('"')
                .append(dash.isEmpty() ? "" : " stroke-dasharray=\"" + dash + "\"")
                .append("/>");
    }

    void path(String commands, String stroke, double width, String dash, String fill) {
        elements.append("<path d=\"")
                .append(commands)
                .append("\" fill=\"")
                .append(fill)
                .append("\" stroke=\"")
                .append(stroke)
                .append("\" stroke-width=\"")
                .append(number(width))
                .append('"')
                .append(dash.isEmpty() ? "" : " stroke-dasharray=\"" + dash + "\"")
                .append("/>");
    }

    void rectangle(double x, double y, double width, double height, String fill) {
        elements.append("<rect x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(y))
                .append("\" width=\"")
                .append(number(width))
                .append("\" height=\"")
                .append(number(height))
                .append("\" fill=\"")
                .append(fill)
                .append("\" stroke=\"")
                .append(BLACK)
                .append("\" stroke-width=\"0.8\"/>");
    }

    /** A rectangle with slanted lines; drawn, not a pattern, so that every program shows it. */
    void hatched(double x, double y, double width, double height) {
        rectangle(x, y, width, height, WHITE);
        double step = 6;
        for (double offset = step; offset < width + height; offset += step) {
            double x1 = x + Math.max(0, offset - height);
            double y1 = y + Math.min(height, offset);
            double x2 = x + Math.min(width, offset);
            double y2 = y + Math.max(0, offset - width);
            line(x1, y1, x2, y2, DARK, 0.9, "");
        }
    }

    void circle(double x, double y, double radius, String fill) {
        elements.append("<circle cx=\"")
                .append(number(x))
                .append("\" cy=\"")
                .append(number(y))
                .append("\" r=\"")
                .append(number(radius))
                .append("\" fill=\"")
                .append(fill)
                .append("\" stroke=\"")
                .append(BLACK)
                .append("\" stroke-width=\"1.4\"/>");
    }

    /**
     * @param anchor start, middle or end
     */
    void text(double x, double y, String text, double size, String anchor) {
        elements.append("<text x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(y))
                .append("\" font-family=\"")
                .append(FONT)
                .append("\" font-size=\"")
                .append(number(size))
                .append("\" text-anchor=\"")
                .append(anchor)
                .append("\" fill=\"")
                .append(BLACK)
                .append("\">")
                .append(escape(text))
                .append("</text>");
    }

    /** At most so many characters, so that a long name does not run into the drawing. */
    static String shortened(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }

    static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    @Override
    public String toString() {
        return elements.toString();
    }
}
