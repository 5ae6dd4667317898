package vn.takedown.report.chart;

import java.awt.Color;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.LineAndShapeRenderer;
import org.jfree.chart.util.SortOrder;
import org.jfree.data.category.DefaultCategoryDataset;
import vn.takedown.report.table.Cell;
import vn.takedown.report.table.Row;
import vn.takedown.report.table.Table;

/** Compliance from low to high over time. */
public final class TrendChart {

    private static final int HEIGHT = 290;

    private TrendChart() {}

    /**
     * @param id of the table and the chart
     * @param label column that names a point in time
     */
    public static Chart of(String id, Table table, String label, ChartWords words) {
        DefaultCategoryDataset shares = new DefaultCategoryDataset();
        for (Row row : table.rows()) {
            if (!row.total()) {
                String time = words.cells().of(table.cell(row, label));
                for (String bound : new String[] {"low", "high"}) {
                    shares.addValue(
                            value(table.cell(row, "compliance_" + bound)),
                            words.messages().get("chart." + bound),
                            time);
                }
            }
        }
        CategoryAxis times = new CategoryAxis();
        // Twelve months have their names in full only without the space between groups of bars.
        times.setLowerMargin(0);
        times.setUpperMargin(0);
        times.setCategoryMargin(0);
        LineAndShapeRenderer renderer = new LineAndShapeRenderer();
        CategoryPlot plot = new CategoryPlot(shares, times, ChartStyle.shares(0.04), renderer);
        JFreeChart drawing = ChartStyle.drawing(plot);
        // The smaller mark on the larger one: both are seen where the bounds are equal.
        plot.setRowRenderingOrder(SortOrder.DESCENDING);
        renderer.setUseFillPaint(true);
        renderer.setDefaultOutlineStroke(ChartStyle.line(1.4f));
        renderer.setDefaultPaint(Color.BLACK);
        renderer.setAutoPopulateSeriesPaint(false);
        renderer.setSeriesStroke(0, ChartStyle.line(2));
        renderer.setSeriesShape(0, ChartStyle.LOW);
        renderer.setSeriesFillPaint(0, Color.BLACK);
        renderer.setSeriesStroke(1, ChartStyle.line(2, 6, 4));
        renderer.setSeriesShape(1, ChartStyle.HIGH);
        renderer.setSeriesFillPaint(1, Color.WHITE);
        return words.chart(id, HEIGHT, drawing);
    }

    /** Null where there is none, which leaves a gap in the line. */
    private static Double value(Cell cell) {
        return cell instanceof Cell.Share share ? share.value() : null;
    }
}
