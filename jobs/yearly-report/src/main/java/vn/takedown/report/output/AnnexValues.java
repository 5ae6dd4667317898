package vn.takedown.report.output;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import vn.takedown.report.table.Cell;
import vn.takedown.report.table.Column;

/** Cells as machines read them: the same in every language, and rounded only at the sixth digit. */
public final class AnnexValues {

    private static final int SHARE_DIGITS = 6;
    private static final long HOUR = 3_600_000;

    private AnnexValues() {}

    /** One value for each of the column's names in the annex. */
    public static List<String> of(Column column, Cell cell) {
        int width = column.annexNames().size();
        List<String> values = new ArrayList<>(values(column, cell));
        if (values.size() > width) {
            return values.subList(0, width);
        }
        // A column that also has room for an interval.
        values.addAll(Collections.nCopies(width - values.size(), ""));
        return values;
    }

    private static List<String> values(Column column, Cell cell) {
        if (cell instanceof Cell.Text text) {
            return List.of(text.text());
        }
        if (cell instanceof Cell.Code code) {
            return List.of(code.value());
        }
        if (cell instanceof Cell.Codes codes) {
            return List.of(String.join(";", codes.values()));
        }
        if (cell instanceof Cell.Count count) {
            return List.of(Long.toString(count.value()));
        }
        if (cell instanceof Cell.Share share) {
            return interval(share.value(), share.low(), share.high());
        }
        if (cell instanceof Cell.Estimate estimate) {
            return interval(estimate.value(), estimate.low(), estimate.high());
        }
        if (cell instanceof Cell.Time time) {
            return column.kind() == Column.Kind.HOURS ? List.of(hours(time.millis())) : time(time);
        }
        if (cell instanceof Cell.Moment moment) {
            return List.of(Instant.ofEpochMilli(moment.millis()).toString());
        }
        return List.of(cell.toString());
    }

    private static List<String> interval(double value, Double low, Double high) {
        return low == null ? List.of(share(value)) : List.of(share(value), share(low), share(high));
    }

    private static String share(double value) {
        return BigDecimal.valueOf(value)
                .setScale(SHARE_DIGITS, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static List<String> time(Cell.Time time) {
        String value = Long.toString(time.millis());
        if (time.low() == null) {
            return List.of(value);
        }
        return List.of(
                value,
                Long.toString(time.low()),
                time.high() == null
                        ? Cell.Missing.NOT_REACHED.toString()
                        : Long.toString(time.high()));
    }

    private static String hours(long millis) {
        return BigDecimal.valueOf(millis)
                .divide(BigDecimal.valueOf(HOUR), 2, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
