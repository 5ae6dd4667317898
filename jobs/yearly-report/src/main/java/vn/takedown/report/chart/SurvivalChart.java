package vn.takedown.report.chart;

import java.util.ArrayList;
import java.util.List;
import vn.takedown.report.table.Cell;
import vn.takedown.report.table.Row;
import vn.takedown.report.table.Table;

/** The share of content still up over time, with its confidence band. */
public final class SurvivalChart {

    private static final String ID = "removal-curve";
    private static final int WIDTH = 680;
    private static final int HEIGHT = 360;
    private static final double LEFT = 64;
    private static final double TOP = 16;
    private static final double RIGHT = 664;
    private static final double BOTTOM = 270;
    private static final double HOUR = 3_600_000;
    private static final double LAST_HOUR = 672;
    private static final int[] TICKS = {0, 1, 3, 6, 12, 24, 48, 96, 168, 336, 672};

    private SurvivalChart() {}

    /**
     * @param table {@code removal-curve}
     */
    public static Chart of(Table table, ChartWords words) {
        Drawing drawing = new Drawing();
        frame(drawing, words);
        List<String> groups =
                table.rows().stream().map(row -> group(table, row)).distinct().toList();
        String[] dashes = {"", "7 4", "2 3"};
        double legend = LEFT + 8;
        for (int i = 0; i < groups.size(); i++) {
            String group = groups.get(i);
            List<Row> rows =
                    table.rows().stream().filter(row -> group(table, row).equals(group)).toList();
            if (i == 0) {
                band(drawing, table, rows);
            }
            curve(drawing, table, rows, dashes[i]);
            drawing.line(
                    legend, HEIGHT - 18, legend + 34, HEIGHT - 18, Drawing.BLACK, 2, dashes[i]);
            String name = words.cells().of(table.cell(rows.get(0), "group"));
            drawing.text(legend + 40, HEIGHT - 14, name, 11, "start");
            legend += 60 + name.length() * 6.6;
        }
        drawing.rectangle(legend, HEIGHT - 25, 34, 12, Drawing.LIGHT);
        drawing.text(legend + 40, HEIGHT - 14, words.messages().get("chart.band"), 11, "start");
        return new Chart(
                ID, words.title(ID), words.description(ID), WIDTH, HEIGHT, drawing.toString());
    }

    private static String group(Table table, Row row) {
        return ((Cell.Code) table.cell(row, "group")).value();
    }

    private static void frame(Drawing drawing, ChartWords words) {
        for (int percent = 0; percent <= 100; percent += 20) {
            double y = y(percent / 100.0);
            drawing.line(LEFT, y, RIGHT, y, Drawing.LIGHT, 0.8, "");
            drawing.text(LEFT - 6, y + 4, percent + "\u00a0%", 11, "end");
        }
        for (int hours : TICKS) {
            double x = x(hours);
            drawing.line(x, BOTTOM, x, BOTTOM + 5, Drawing.BLACK, 1, "");
            String label =
                    hours < 48
                            ? hours + "\u00a0" + words.messages().get("unit.hours.short")
                            : hours / 24 + "\u00a0" + words.messages().get("unit.days.short");
            drawing.text(x, BOTTOM + 18, label, 11, "middle");
        }
        drawing.line(LEFT, BOTTOM, RIGHT, BOTTOM, Drawing.BLACK, 1.2, "");
        drawing.line(LEFT, TOP, LEFT, BOTTOM, Drawing.BLACK, 1.2, "");
        drawing.text(
                (LEFT + RIGHT) / 2,
                BOTTOM + 38,
                words.messages().get("chart.removal-curve.x"),
                11,
                "middle");
    }

    /** Logarithmic, because the first hours matter as much as the weeks after. */
    private static double x(double hours) {
        return LEFT
                + (RIGHT - LEFT) * Math.log1p(Math.min(hours, LAST_HOUR)) / Math.log1p(LAST_HOUR);
    }

    private static double y(double share) {
        return BOTTOM - (BOTTOM - TOP) * share;
    }

    private record Point(double x, double value, double low, double high) {}

    private static List<Point> points(Table table, List<Row> rows) {
        List<Point> points = new ArrayList<>();
        for (Row row : rows) {
            if (table.cell(row, "still_up") instanceof Cell.Estimate estimate) {
                double hours = ((Cell.Time) table.cell(row, "time")).millis() / HOUR;
                points.add(new Point(x(hours), estimate.value(), estimate.low(), estimate.high()));
            }
        }
        return points;
    }

    private static void band(Drawing drawing, Table table, List<Row> rows) {
        List<Point> points = points(table, rows);
        if (points.isEmpty()) {
            return;
        }
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < points.size(); i++) {
            step(path, i == 0 ? 'M' : 'L', points, i, points.get(i).high());
        }
        for (int i = points.size() - 1; i >= 0; i--) {
            double right = i + 1 < points.size() ? points.get(i + 1).x() : points.get(i).x();
            path.append('L').append(at(right, y(points.get(i).low())));
            path.append('L').append(at(points.get(i).x(), y(points.get(i).low())));
        }
        drawing.path(path + "Z", "none", 0, "", Drawing.LIGHT);
    }

    private static void curve(Drawing drawing, Table table, List<Row> rows, String dash) {
        List<Point> points = points(table, rows);
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < points.size(); i++) {
            step(path, i == 0 ? 'M' : 'L', points, i, points.get(i).value());
        }
        if (!points.isEmpty()) {
            drawing.path(path.toString(), Drawing.BLACK, 2, dash, "none");
        }
    }

    private static void step(
            StringBuilder path, char command, List<Point> points, int i, double share) {
        double right = i + 1 < points.size() ? points.get(i + 1).x() : points.get(i).x();
        path.append(command).append(at(points.get(i).x(), y(share)));
        path.append('L').append(at(right, y(share)));
    }

    private static String at(double x, double y) {
        return Drawing.number(x) + "," + Drawing.number(y);
    }
}
