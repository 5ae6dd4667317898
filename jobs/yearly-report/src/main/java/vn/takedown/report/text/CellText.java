package vn.takedown.report.text;

import java.util.stream.Collectors;
import vn.takedown.report.table.Cell;

/** Cells as a reader sees them. */
public final class CellText {

    private final Messages messages;
    private final Formats formats;

    public CellText(Messages messages, Formats formats) {
        this.messages = messages;
        this.formats = formats;
    }

    /** Never empty. */
    public String of(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return text.text();
        }
        if (cell instanceof Cell.Code code) {
            return messages.getOr(code.group() + "." + code.value(), code.value());
        }
        if (cell instanceof Cell.Codes codes) {
            return codes.values().stream()
                    .map(value -> messages.getOr(codes.group() + "." + value, value))
                    .collect(Collectors.joining("; "));
        }
        if (cell instanceof Cell.Count count) {
            return formats.count(count.value());
        }
        if (cell instanceof Cell.Share share) {
            return interval(share.value(), share.low(), share.high());
        }
        if (cell instanceof Cell.Estimate estimate) {
            return interval(estimate.value(), estimate.low(), estimate.high());
        }
        if (cell instanceof Cell.Time time) {
            return time(time);
        }
        if (cell instanceof Cell.Moment moment) {
            return formats.moment(moment.millis());
        }
        return messages.get("missing." + cell);
    }

    private String interval(double value, Double low, Double high) {
        return low == null
                ? formats.share(value)
                : formats.share(value)
                        + " ("
                        + formats.percent(low)
                        + "–"
                        + formats.percent(high)
                        + ")";
    }

    private String time(Cell.Time time) {
        String value = formats.time(time.millis());
        if (time.low() == null) {
            return value;
        }
        return value
                + " ("
                + formats.time(time.low())
                + "–"
                + (time.high() == null ? "…" : formats.time(time.high()))
                + ")";
    }
}
