package vn.takedown.report.table;

import java.util.List;

/**
 * A row.
 *
 * @param total whether it sums up the others
 */
public record Row(List<Cell> cells, boolean total) {

    public Row {
        cells = List.copyOf(cells);
    }
}
