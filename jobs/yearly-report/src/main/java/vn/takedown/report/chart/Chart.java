package vn.takedown.report.chart;

import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.general.DatasetUtils;

/**
 * A drawing.
 *
 * @param id lower case with hyphens
 * @param title what it shows
 * @param description the same in words for those who cannot see it
 * @param width in CSS pixels
 * @param height in CSS pixels
 * @param drawing knows no file format; not for two threads at once
 */
public record Chart(
        String id, String title, String description, int width, int height, JFreeChart drawing) {

    /** Whether there is nothing to draw, for example because all values are withheld. */
    public boolean isEmpty() {
        if (drawing.getPlot() instanceof CategoryPlot plot) {
            return DatasetUtils.findRangeBounds(plot.getDataset()) == null;
        }
        XYPlot plot = (XYPlot) drawing.getPlot();
        return IntStream.range(0, plot.getDatasetCount())
                .mapToObj(plot::getDataset)
                .allMatch(DatasetUtils::isEmptyOrNull);
    }
}
