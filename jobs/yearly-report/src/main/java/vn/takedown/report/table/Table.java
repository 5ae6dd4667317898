package vn.takedown.report.table;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of the report; each is one file of the annex.
 *
 * @param id lower case with hyphens; the file's name, and the key of its title and notes
 * @param keys how many of the first columns name a row
 */
public record Table(String id, int keys, List<Column> columns, List<Row> rows) {

    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (Row row : rows) {
            if (row.cells().size() != columns.size()) {
                throw new IllegalArgumentException(
                        "A row of " + id + " has " + row.cells().size() + " cells.");
            }
        }
    }

    public static Builder of(String id, int keys, Column... columns) {
        return new Builder(id, keys, List.of(columns));
    }

    public int column(String columnId) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).id().equals(columnId)) {
                return i;
            }
        }
        throw new IllegalArgumentException(id + " has no column " + columnId);
    }

    public Cell cell(Row row, String columnId) {
        return row.cells().get(column(columnId));
    }

    public Table withRows(List<Row> others) {
        return new Table(id, keys, columns, others);
    }

    /** A table under construction. */
    public static final class Builder {

        private final String id;
        private final int keys;
        private final List<Column> columns;
        private final List<Row> rows = new ArrayList<>();

        private Builder(String id, int keys, List<Column> columns) {
            this.id = id;
            this.keys = keys;
            this.columns = columns;
        }

        public Builder row(Cell... cells) {
            rows.add(new Row(List.of(cells), false));
            return this;
        }

        public Builder row(boolean total, List<Cell> cells) {
            rows.add(new Row(cells, total));
            return this;
        }

        public Table build() {
            return new Table(id, keys, columns, rows);
        }
    }
}
