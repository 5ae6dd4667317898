package vn.takedown.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.StandardChartTheme;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleInsets;
import vn.takedown.report.text.ReportFont;

/** What all charts have in common. Greys, dashes and marks only: it must survive a copier. */
final class ChartStyle {

    /** In CSS pixels. */
    static final int WIDTH = 680;

    static final Color DARK = new Color(0x404040);
    static final Color GREY = new Color(0x767676);
    static final Color MIDDLE = new Color(0xb0b0b0);
    static final Color LIGHT = new Color(0xd9d9d9);

    /** Marks of the lower and the higher compliance; the smaller one is drawn on the larger. */
    static final Shape LOW = new Ellipse2D.Double(-3.4, -3.4, 6.8, 6.8);

    static final Shape HIGH = new Ellipse2D.Double(-5.4, -5.4, 10.8, 10.8);

    /** Long enough to show a dash. */
    static final Shape LEGEND_LINE = new Line2D.Double(-17, 0, 17, 0);

    static final Font FONT = ReportFont.REGULAR.drawn().deriveFont(11f);

    private ChartStyle() {}

    /** To be called before the series get their looks: the theme takes them away. */
    static JFreeChart drawing(Plot plot) {
        JFreeChart drawing = new JFreeChart(null, FONT, plot, true);
        theme().apply(drawing);
        // Room for half a label beyond the end of an axis.
        plot.setInsets(new RectangleInsets(8, 8, 4, 28));
        plot.setOutlineVisible(false);
        drawing.getLegend().setFrame(BlockBorder.NONE);
        // Otherwise letters stand at whole pixels, and in an SVG the words get gaps.
        drawing.getRenderingHints()
                .put(
                        RenderingHints.KEY_FRACTIONALMETRICS,
                        RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        return drawing;
    }

    private static StandardChartTheme theme() {
        StandardChartTheme theme = new StandardChartTheme("report");
        theme.setExtraLargeFont(FONT);
        theme.setLargeFont(FONT);
        theme.setRegularFont(FONT);
        theme.setSmallFont(FONT);
        theme.setChartBackgroundPaint(Color.WHITE);
        theme.setPlotBackgroundPaint(Color.WHITE);
        theme.setDomainGridlinePaint(LIGHT);
        theme.setRangeGridlinePaint(LIGHT);
        theme.setAxisLabelPaint(Color.BLACK);
        theme.setTickLabelPaint(Color.BLACK);
        theme.setLegendItemPaint(Color.BLACK);
        theme.setAxisOffset(RectangleInsets.ZERO_INSETS);
        theme.setBarPainter(new StandardBarPainter());
        theme.setShadowVisible(false);
        return theme;
    }

    /**
     * An axis from 0 to 100 %.
     *
     * @param margin how much further it goes on both sides, so that marks at its ends are whole
     */
    static NumberAxis shares(double margin) {
        NumberAxis axis = new NumberAxis();
        axis.setRange(-margin, 1 + margin);
        axis.setTickUnit(new NumberTickUnit(0.2));
        axis.setNumberFormatOverride(
                new DecimalFormat("0\u00a0%", DecimalFormatSymbols.getInstance(Locale.ROOT)));
        return axis;
    }

    /**
     * @param dashes lengths of strokes and gaps by turns; none for a solid line
     */
    static BasicStroke line(float width, float... dashes) {
        return new BasicStroke(
                width,
                BasicStroke.CAP_BUTT,
                BasicStroke.JOIN_MITER,
                10,
                dashes.length == 0 ? null : dashes,
                0);
    }

    /** At most so many characters, so that a long name does not take the room of the drawing. */
    static String shortened(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
