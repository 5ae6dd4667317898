package vn.takedown.report.chart;

import java.util.List;
import vn.takedown.report.table.Cell;
import vn.takedown.report.table.Row;
import vn.takedown.report.table.Table;

/** Compliance from low to high over time. */
public final class TrendChart {

    private static final int WIDTH = 680;
    private static final int HEIGHT = 290;
    private static final double LEFT = 64;
    private static final double RIGHT = 660;
    private static final double TOP = 16;
    private static final double BOTTOM = 224;

    private TrendChart() {}

    /**
     * @param id of the table and the chart
     * @param label column that names a point in time
     */
    public static Chart of(String id, Table table, String label, ChartWords words) {
        List<Row> rows = table.rows().stream().filter(row -> !row.total()).toList();
        Drawing drawing = new Drawing();
        for (int percent = 0; percent <= 100; percent += 20) {
            double y = y(percent / 100.0);
            drawing.line(LEFT, y, RIGHT, y, Drawing.LIGHT, 0.8, "");
            drawing.text(LEFT - 6, y + 4, percent + "\u00a0%", 11, "end");
        }
        drawing.line(LEFT, BOTTOM, RIGHT, BOTTOM, Drawing.BLACK, 1.2, "");
        drawing.line(LEFT, TOP, LEFT, BOTTOM, Drawing.BLACK, 1.2, "");
        line(drawing, table, rows, "compliance_high", "6 4");
        line(drawing, table, rows, "compliance_low", "");
        for (int i = 0; i < rows.size(); i++) {
            double x = x(i, rows.size());
            point(drawing, table.cell(rows.get(i), "compliance_high"), x, Drawing.WHITE);
            point(drawing, table.cell(rows.get(i), "compliance_low"), x, Drawing.BLACK);
            drawing.text(
                    x, BOTTOM + 18, words.cells().of(table.cell(rows.get(i), label)), 11, "middle");
        }
        double y = HEIGHT - 20;
        drawing.circle(84, y, 4.6, Drawing.BLACK);
        drawing.text(96, y + 4, words.messages().get("chart.low"), 11, "start");
        drawing.circle(344, y, 4.6, Drawing.WHITE);
        drawing.text(356, y + 4, words.messages().get("chart.high"), 11, "start");
        return new Chart(
                id, words.title(id), words.description(id), WIDTH, HEIGHT, drawing.toString());
    }

    private static void line(
            Drawing drawing, Table table, List<Row> rows, String column, String dash) {
        for (int i = 1; i < rows.size(); i++) {
            if (table.cell(rows.get(i - 1), column) instanceof Cell.Share from
                    && table.cell(rows.get(i), column) instanceof Cell.Share to) {
                drawing.line(
                        x(i - 1, rows.size()),
                        y(from.value()),
                        x(i, rows.size()),
                        y(to.value()),
                        Drawing.BLACK,
                        2,
                        dash);
            }
        }
    }

    private static void point(Drawing drawing, Cell cell, double x, String fill) {
        if (cell instanceof Cell.Share share) {
            drawing.circle(x, y(share.value()), 4.6, fill);
        }
    }

    private static double x(int index, int of) {
        return LEFT + (RIGHT - LEFT) * (index + 0.5) / of;
    }

    private static double y(double share) {
        return BOTTOM - (BOTTOM - TOP) * share;
    }
}
