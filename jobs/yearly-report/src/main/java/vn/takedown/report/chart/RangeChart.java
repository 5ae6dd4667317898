package vn.takedown.report.chart;

import java.util.Comparator;
import java.util.List;
import vn.takedown.report.table.Cell;
import vn.takedown.report.table.Row;
import vn.takedown.report.table.Table;

/** Compliance from low to high, provider by provider. */
public final class RangeChart {

    /** More would not fit a page; the table has all. */
    public static final int MOST = 25;

    private static final String ID = "compliance-by-provider";
    private static final int WIDTH = 680;
    private static final double LEFT = 200;
    private static final double RIGHT = 590;
    private static final double TOP = 14;
    private static final double ROW = 24;

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
        double bottom = TOP + ROW * Math.max(1, rows.size());
        Drawing drawing = new Drawing();
        for (int percent = 0; percent <= 100; percent += 20) {
            double x = x(percent / 100.0);
            drawing.line(x, TOP, x, bottom, Drawing.LIGHT, 0.8, "");
            drawing.text(x, bottom + 16, percent + "\u00a0%", 11, "middle");
        }
        drawing.line(LEFT, bottom, RIGHT, bottom, Drawing.BLACK, 1.2, "");
        for (int i = 0; i < rows.size(); i++) {
            row(drawing, table, rows.get(i), TOP + ROW * (i + 0.5), words);
        }
        legend(drawing, bottom + 40, words);
        return new Chart(
                ID,
                words.title(ID),
                words.description(ID),
                WIDTH,
                (int) bottom + 54,
                drawing.toString());
    }

    private static void row(Drawing drawing, Table table, Row row, double y, ChartWords words) {
        Cell.Share low = (Cell.Share) table.cell(row, "compliance_low");
        Cell.Share high = (Cell.Share) table.cell(row, "compliance_high");
        drawing.text(LEFT - 10, y + 4, Drawing.shortened(name(table, row), 26), 11, "end");
        drawing.line(x(low.low()), y, x(high.high()), y, Drawing.GREY, 1, "2 2");
        drawing.line(x(low.value()), y, x(high.value()), y, Drawing.BLACK, 3.5, "");
        drawing.circle(x(high.value()), y, 4.6, Drawing.WHITE);
        drawing.circle(x(low.value()), y, 4.6, Drawing.BLACK);
        drawing.text(
                WIDTH - 8,
                y + 4,
                "n\u00a0=\u00a0" + words.formats().count(due(table, row)),
                10,
                "end");
    }

    private static void legend(Drawing drawing, double y, ChartWords words) {
        double x = 20;
        drawing.circle(x, y, 4.6, Drawing.BLACK);
        drawing.text(x + 10, y + 4, words.messages().get("chart.low"), 11, "start");
        drawing.circle(x + 205, y, 4.6, Drawing.WHITE);
        drawing.text(x + 215, y + 4, words.messages().get("chart.high"), 11, "start");
        drawing.line(x + 420, y, x + 450, y, Drawing.GREY, 1, "2 2");
        drawing.text(x + 456, y + 4, words.messages().get("chart.interval"), 11, "start");
    }

    private static double x(double share) {
        return LEFT + (RIGHT - LEFT) * share;
    }

    private static String name(Table table, Row row) {
        return ((Cell.Text) table.cell(row, "provider")).text();
    }

    private static long due(Table table, Row row) {
        return ((Cell.Share) table.cell(row, "compliance_low")).whole().value();
    }
}
