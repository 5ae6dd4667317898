package vn.takedown.report.output;

import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Turns the text of a chart into outlines, so that the chart looks the same everywhere and a
 * machine without any fonts can draw it. What the text says is in the table beside the chart.
 */
final class DrawnText {

    private static final Pattern TEXT =
            Pattern.compile(
                    "<text x=\"([^\"]*)\" y=\"([^\"]*)\" font-family=\"[^\"]*\""
                            + " font-size=\"([^\"]*)\" text-anchor=\"([^\"]*)\""
                            + " fill=\"([^\"]*)\">([^<]*)</text>");

    private final TrueTypeFont font;
    private final CmapLookup glyphs;

    private DrawnText(TrueTypeFont font) throws IOException {
        this.font = font;
        this.glyphs = font.getUnicodeCmapLookup();
    }

    /** The same drawing without text elements. */
    static String in(String svg) throws IOException {
        try (InputStream stream = ReportFont.REGULAR.open();
                TrueTypeFont font =
                        new TTFParser()
                                .parse(RandomAccessReadBuffer.createBufferFromStream(stream))) {
            DrawnText drawn = new DrawnText(font);
            StringBuilder result = new StringBuilder();
            Matcher matcher = TEXT.matcher(svg);
            while (matcher.find()) {
                matcher.appendReplacement(result, Matcher.quoteReplacement(drawn.outline(matcher)));
            }
            return matcher.appendTail(result).toString();
        }
    }

    private String outline(Matcher element) throws IOException {
        String text =
                element.group(6)
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&amp;", "&");
        double scale = Double.parseDouble(element.group(3)) / font.getUnitsPerEm();
        double width = 0;
        for (int point : text.codePoints().toArray()) {
            width += font.getAdvanceWidth(glyphs.getGlyphId(point)) * scale;
        }
        double x = Double.parseDouble(element.group(1));
        x -=
                switch (element.group(4)) {
                    case "middle" -> width / 2;
                    case "end" -> width;
                    default -> 0;
                };
        double y = Double.parseDouble(element.group(2));
        StringBuilder path = new StringBuilder();
        for (int point : text.codePoints().toArray()) {
            int glyph = glyphs.getGlyphId(point);
            outline(glyph, x, y, scale, path);
            x += font.getAdvanceWidth(glyph) * scale;
        }
        return "<path fill=\"" + element.group(5) + "\" d=\"" + path + "\"/>";
    }

    private void outline(int glyph, double x, double y, double scale, StringBuilder path)
            throws IOException {
        GlyphData data = font.getGlyph().getGlyph(glyph);
        if (data == null) {
            return;
        }
        double[] points = new double[6];
        for (PathIterator i = data.getPath().getPathIterator(null); !i.isDone(); i.next()) {
            int segment = i.currentSegment(points);
            int pairs =
                    switch (segment) {
                        case PathIterator.SEG_MOVETO, PathIterator.SEG_LINETO -> 1;
                        case PathIterator.SEG_QUADTO -> 2;
                        case PathIterator.SEG_CUBICTO -> 3;
                        default -> 0;
                    };
            path.append("MLQCZ".charAt(segment));
            for (int pair = 0; pair < pairs; pair++) {
                path.append(pair == 0 ? "" : " ")
                        .append(number(x + points[2 * pair] * scale))
                        .append(' ')
                        .append(number(y - points[2 * pair + 1] * scale));
            }
        }
    }

    /** Hundredths of a pixel; without the general formatter, which costs more than the rest. */
    private static String number(double value) {
        long hundredths = Math.round(value * 100);
        String digits = Long.toString(Math.abs(hundredths));
        String padded = digits.length() < 3 ? "0".repeat(3 - digits.length()) + digits : digits;
        int point = padded.length() - 2;
        return (hundredths < 0 ? "-" : "")
                + padded.substring(0, point)
                + '.'
                + padded.substring(point);
    }
}
