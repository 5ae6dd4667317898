package vn.takedown.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import vn.takedown.report.text.Messages;

/**
 * Time since the clock started, up to four weeks. Logarithmic, because the first hours matter as
 * much as the weeks after; the library's own logarithmic axes cannot begin at zero.
 */
final class HoursAxis extends NumberAxis {

    private static final int[] TICKS = {0, 1, 3, 6, 12, 24, 48, 96, 168, 336, 672};

    private final transient List<NumberTick> ticks;

    HoursAxis(Messages messages) {
        super(messages.get("chart.removal-curve.x"));
        ticks = Arrays.stream(TICKS).mapToObj(hours -> tick(hours, messages)).toList();
        setRange(0, position(TICKS[TICKS.length - 1]));
    }

    /** Where a time stands on this axis. */
    static double position(double hours) {
        return Math.log1p(hours);
    }

    private static NumberTick tick(int hours, Messages messages) {
        String label =
                hours < 48
                        ? hours + "\u00a0" + messages.get("unit.hours.short")
                        : hours / 24 + "\u00a0" + messages.get("unit.days.short");
        return new NumberTick(
                position(hours), label, TextAnchor.TOP_CENTER, TextAnchor.TOP_CENTER, 0);
    }

    @Override
    public List<NumberTick> refreshTicks(
            Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
        return ticks;
    }
}
