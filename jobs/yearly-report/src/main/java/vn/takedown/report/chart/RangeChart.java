package vn.takedown.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.util.Comparator;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import vn.takedown.report.table.Cell;
import vn.takedown.report.table.Row;
import vn.takedown.report.table.Table;

/** Compliance from low to high, provider by provider. */
public final class RangeChart {

    /** More would not fit a page; the table has all. */
    public static final int MOST = 25;

    private static final int ROW = 24;
    private static final int AXIS_AND_LEGEND = 70;
    private static final BasicStroke INTERVAL = ChartStyle.line(1, 2, 2);

    private RangeChart() {}

    /**
     * @param table {@code providers}
     */
    public static Chart of(Table table, ChartWords words) {
        List<Row> rows =
                table.rows().stream()
                        .filter(row -> !row.total())
                        .filter(row -> table.cell(row, "compliance_low") instanceof Cell.Share)
                        .filter(row -> table.cell(row, "compliance_high") instanceof Cell.Share)
                        .sorted(
                                Comparator.comparingLong((Row row) -> -due(table, row))
                                        .thenComparing(row -> name(table, row)))
                        .limit(MOST)
                        .toList();
        XYIntervalSeries intervals = new XYIntervalSeries("");
        XYIntervalSeries ranges = new XYIntervalSeries("");
        XYIntervalSeries lows = new XYIntervalSeries(words.messages().get("chart.low"));
        XYIntervalSeries highs = new XYIntervalSeries(words.messages().get("chart.high"));
        for (int i = 0; i < rows.size(); i++) {
            Cell.Share low = (Cell.Share) table.cell(rows.get(i), "compliance_low");
            Cell.Share high = (Cell.Share) table.cell(rows.get(i), "compliance_high");
            intervals.add(low.value(), low.low(), high.high(), i, i, i);
            ranges.add(low.value(), low.value(), high.value(), i, i, i);
            lows.add(low.value(), low.value(), low.value(), i, i, i);
            highs.add(high.value(), high.value(), high.value(), i, i, i);
        }
        XYPlot plot = new XYPlot(null, ChartStyle.shares(0.02), names(table, rows, words), null);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        JFreeChart drawing = ChartStyle.drawing(plot);
        plot.setRangeGridlinesVisible(false);
        // Each in a set of its own, because a renderer draws all its lines in one way.
        add(plot, 0, intervals, null, ChartStyle.GREY, INTERVAL);
        add(plot, 1, ranges, null, Color.BLACK, ChartStyle.line(3.5f));
        add(plot, 2, highs, ChartStyle.HIGH, Color.WHITE, INTERVAL);
        add(plot, 3, lows, ChartStyle.LOW, Color.BLACK, INTERVAL);
        LegendItemCollection legend = plot.getLegendItems();
        legend.add(
                new LegendItem(
                        words.messages().get("chart.interval"),
                        null,
                        null,
                        null,
                        ChartStyle.LEGEND_LINE,
                        INTERVAL,
                        ChartStyle.GREY));
        plot.setFixedLegendItems(legend);
        return words.chart(
                "compliance-by-provider",
                ROW * Math.max(1, rows.size()) + AXIS_AND_LEGEND,
                drawing);
    }

    /** With the number of items that were due, from the top down. */
    private static SymbolAxis names(Table table, List<Row> rows, ChartWords words) {
        SymbolAxis axis =
                new SymbolAxis(
                        null,
                        rows.stream()
                                .map(
                                        row ->
                                                ChartStyle.shortened(name(table, row), 26)
                                                        + " (n\u00a0=\u00a0"
                                                        + words.formats().count(due(table, row))
                                                        + ")")
                                .toArray(String[]::new));
        axis.setGridBandsVisible(false);
        axis.setInverted(true);
        axis.setRange(-0.5, Math.max(1, rows.size()) - 0.5);
        return axis;
    }

    /**
     * @param mark at the value; null for none
     * @param colour of the mark's inside, or of the line where there is no mark
     */
    private static void add(
            XYPlot plot,
            int index,
            XYIntervalSeries series,
            Shape mark,
            Color colour,
            BasicStroke line) {
        XYIntervalSeriesCollection set = new XYIntervalSeriesCollection();
        set.addSeries(series);
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDrawYError(false);
        renderer.setCapLength(0);
        renderer.setErrorPaint(colour);
        renderer.setErrorStroke(line);
        renderer.setDefaultShapesVisible(mark != null);
        renderer.setSeriesVisibleInLegend(0, mark != null);
        renderer.setSeriesShape(0, mark);
        renderer.setSeriesPaint(0, colour);
        renderer.setDrawOutlines(true);
        renderer.setUseOutlinePaint(true);
        renderer.setSeriesOutlinePaint(0, Color.BLACK);
        renderer.setSeriesOutlineStroke(0, ChartStyle.line(1.4f));
        plot.setDataset(index, set);
        plot.setRenderer(index, renderer);
    }

    private static String name(Table table, Row row) {
        return ((Cell.Text) table.cell(row, "provider")).text();
    }

    private static long due(Table table, Row row) {
        return ((Cell.Share) table.cell(row, "compliance_low")).whole().value();
    }
}
