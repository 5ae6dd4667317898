package vn.takedown.report.chart;

import vn.takedown.report.text.CellText;
import vn.takedown.report.text.Formats;
import vn.takedown.report.text.Messages;

/** What the charts write. */
public record ChartWords(Messages messages, Formats formats, CellText cells) {

    String title(String id) {
        return messages.get("chart." + id);
    }

    String description(String id) {
        return messages.get("chart." + id + ".description");
    }
}
