package vn.takedown.report.chart;

import java.awt.Color;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.CategoryTextAnnotation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;
import vn.takedown.report.table.Cell;
import vn.takedown.report.table.Row;
import vn.takedown.report.table.Table;

/** Stacked bars, one for each row of a table that is no total; its sum is written at its end. */
public final class BarChart {

    private static final Color[] FILLS = {ChartStyle.DARK, ChartStyle.MIDDLE, Color.WHITE};
    private static final int ROW = 30;
    private static final int LEGEND = 44;

    private BarChart() {}

    /**
     * @param label column that names a bar
     * @param columns of counts that make up a bar; at most three
     */
    public static Chart of(
            String id, Table table, String label, List<String> columns, ChartWords words) {
        List<Row> rows =
                table.rows().stream()
                        .filter(row -> !row.total())
                        .filter(row -> !isTotal(table.cell(row, label)))
                        .toList();
        DefaultCategoryDataset counts = new DefaultCategoryDataset();
        StackedBarRenderer renderer = new StackedBarRenderer();
        CategoryPlot plot =
                new CategoryPlot(counts, new CategoryAxis(), new NumberAxis(), renderer);
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        JFreeChart drawing = ChartStyle.drawing(plot);
        for (Row row : rows) {
            String name = words.cells().of(table.cell(row, label));
            for (String column : columns) {
                counts.addValue(
                        count(table.cell(row, column)),
                        words.messages().get("column." + column),
                        name);
            }
            plot.addAnnotation(sum(table, row, columns, name, words));
        }
        plot.setRangeGridlinesVisible(false);
        plot.getDomainAxis().setMaximumCategoryLabelLines(2);
        plot.getRangeAxis().setVisible(false);
        // Room for the sums.
        plot.getRangeAxis().setUpperMargin(0.15);
        renderer.setDrawBarOutline(true);
        renderer.setDefaultOutlinePaint(Color.BLACK);
        renderer.setDefaultOutlineStroke(ChartStyle.line(0.8f));
        for (int i = 0; i < columns.size(); i++) {
            renderer.setSeriesPaint(i, FILLS[i]);
        }
        return words.chart(id, ROW * Math.max(1, rows.size()) + LEGEND, drawing);
    }

    private static CategoryTextAnnotation sum(
            Table table, Row row, List<String> columns, String name, ChartWords words) {
        List<Cell> cells = columns.stream().map(column -> table.cell(row, column)).toList();
        long sum = cells.stream().map(BarChart::count).mapToLong(n -> n == null ? 0 : n).sum();
        String text =
                cells.stream().anyMatch(cell -> cell instanceof Cell.Missing)
                        ? words.messages().get("missing.SUPPRESSED")
                        : words.formats().count(sum);
        CategoryTextAnnotation annotation =
                new CategoryTextAnnotation("\u00a0\u00a0" + text, name, sum);
        annotation.setTextAnchor(TextAnchor.CENTER_LEFT);
        annotation.setFont(ChartStyle.FONT);
        return annotation;
    }

    private static boolean isTotal(Cell cell) {
        return cell instanceof Cell.Code code && code.value().equals("ALL");
    }

    /** Null where it is missing. */
    private static Long count(Cell cell) {
        return cell instanceof Cell.Count count ? count.value() : null;
    }
}
