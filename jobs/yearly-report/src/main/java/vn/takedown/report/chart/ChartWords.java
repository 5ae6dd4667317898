package vn.takedown.report.chart;

import org.jfree.chart.JFreeChart;
import vn.takedown.report.text.CellText;
import vn.takedown.report.text.Formats;
import vn.takedown.report.text.Messages;

/** What the charts write. */
public record ChartWords(Messages messages, Formats formats, CellText cells) {

    /**
     * @param height in CSS pixels
     */
    Chart chart(String id, int height, JFreeChart drawing) {
        return new Chart(
                id,
                messages.get("chart." + id),
                messages.get("chart." + id + ".description"),
                ChartStyle.WIDTH,
                height,
                drawing);
    }
}
