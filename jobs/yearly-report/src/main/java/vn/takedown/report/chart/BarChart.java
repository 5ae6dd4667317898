package vn.takedown.report.chart;

import java.util.List;
import vn.takedown.report.table.Cell;
import vn.takedown.report.table.Row;
import vn.takedown.report.table.Table;

/** Stacked bars, one for each row of a table that is no total. */
public final class BarChart {

    private static final int WIDTH = 680;
    private static final double LEFT = 200;
    private static final double RIGHT = 600;
    private static final double TOP = 12;
    private static final double ROW = 30;

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
        double bottom = TOP + ROW * Math.max(1, rows.size());
        long most = 1;
        for (Row row : rows) {
            most = Math.max(most, columns.stream().mapToLong(c -> count(table, row, c)).sum());
        }
        Drawing drawing = new Drawing();
        for (int i = 0; i < rows.size(); i++) {
            bar(drawing, table, rows.get(i), label, columns, TOP + ROW * i, most, words);
        }
        drawing.line(LEFT, TOP, LEFT, bottom, Drawing.BLACK, 1.2, "");
        double x = 20;
        for (int i = 0; i < columns.size(); i++) {
            fill(drawing, i, x, bottom + 16, 22, 12);
            String name = words.messages().get("column." + columns.get(i));
            drawing.text(x + 28, bottom + 26, name, 11, "start");
            x += 50 + name.length() * 6.8;
        }
        return new Chart(
                id,
                words.title(id),
                words.description(id),
                WIDTH,
                (int) bottom + 40,
                drawing.toString());
    }

    private static void bar(
            Drawing drawing,
            Table table,
            Row row,
            String label,
            List<String> columns,
            double top,
            long most,
            ChartWords words) {
        String name = words.cells().of(table.cell(row, label));
        drawing.text(LEFT - 10, top + 19, Drawing.shortened(name, 28), 11, "end");
        double x = LEFT;
        long total = 0;
        boolean withheld = false;
        for (int i = 0; i < columns.size(); i++) {
            withheld |= table.cell(row, columns.get(i)) instanceof Cell.Missing;
            long count = count(table, row, columns.get(i));
            total += count;
            double width = (RIGHT - LEFT) * count / most;
            if (count > 0) {
                fill(drawing, i, x, top + 5, width, ROW - 10);
            }
            x += width;
        }
        String value =
                withheld
                        ? words.messages().get("missing.SUPPRESSED")
                        : words.formats().count(total);
        drawing.text(x + 6, top + 19, value, 11, "start");
    }

    private static void fill(
            Drawing drawing, int style, double x, double y, double width, double height) {
        switch (style) {
            case 0 -> drawing.rectangle(x, y, width, height, Drawing.DARK);
            case 1 -> drawing.hatched(x, y, width, height);
            default -> drawing.rectangle(x, y, width, height, Drawing.WHITE);
        }
    }

    private static boolean isTotal(Cell cell) {
        return cell instanceof Cell.Code code && code.value().equals("ALL");
    }

    private static long count(Table table, Row row, String column) {
        return table.cell(row, column) instanceof Cell.Count count ? count.value() : 0;
    }
}
