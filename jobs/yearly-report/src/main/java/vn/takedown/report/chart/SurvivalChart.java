package vn.takedown.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Rectangle;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationStepRenderer;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;
import vn.takedown.report.table.Cell;
import vn.takedown.report.table.Row;
import vn.takedown.report.table.Table;

/** The share of content still up over time, with its confidence band. */
public final class SurvivalChart {

    private static final int HEIGHT = 360;
    private static final double HOUR = 3_600_000;
    private static final BasicStroke[] LINES = {
        ChartStyle.line(2), ChartStyle.line(2, 7, 4), ChartStyle.line(2, 2, 3)
    };

    private SurvivalChart() {}

    /**
     * @param table {@code removal-curve}
     */
    public static Chart of(Table table, ChartWords words) {
        YIntervalSeriesCollection curves = new YIntervalSeriesCollection();
        curves(table, words).values().forEach(curves::addSeries);
        DeviationStepRenderer renderer = new DeviationStepRenderer(true, false);
        XYPlot plot =
                new XYPlot(
                        curves, new HoursAxis(words.messages()), ChartStyle.shares(0.01), renderer);
        JFreeChart drawing = ChartStyle.drawing(plot);
        plot.setDomainGridlinesVisible(false);
        renderer.setAlpha(1);
        renderer.setLegendLine(ChartStyle.LEGEND_LINE);
        for (int i = 0; i < curves.getSeriesCount(); i++) {
            renderer.setSeriesPaint(i, Color.BLACK);
            renderer.setSeriesStroke(i, LINES[i]);
            renderer.setSeriesFillPaint(i, ChartStyle.LIGHT);
        }
        LegendItemCollection legend = plot.getLegendItems();
        legend.add(
                new LegendItem(
                        words.messages().get("chart.band"),
                        null,
                        null,
                        null,
                        new Rectangle(-17, -6, 34, 12),
                        ChartStyle.LIGHT));
        plot.setFixedLegendItems(legend);
        return words.chart("removal-curve", HEIGHT, drawing);
    }

    /** One for each group; only the first has a band, more would hide each other. */
    private static Map<Cell, YIntervalSeries> curves(Table table, ChartWords words) {
        Map<Cell, YIntervalSeries> curves = new LinkedHashMap<>();
        for (Row row : table.rows()) {
            Cell group = table.cell(row, "group");
            boolean first = curves.isEmpty() || curves.keySet().iterator().next().equals(group);
            YIntervalSeries curve =
                    curves.computeIfAbsent(
                            group, key -> new YIntervalSeries(words.cells().of(key)));
            if (table.cell(row, "still_up") instanceof Cell.Estimate share) {
                double hours = ((Cell.Time) table.cell(row, "time")).millis() / HOUR;
                curve.add(
                        HoursAxis.position(hours),
                        share.value(),
                        first ? share.low() : share.value(),
                        first ? share.high() : share.value());
            }
        }
        return curves;
    }
}
