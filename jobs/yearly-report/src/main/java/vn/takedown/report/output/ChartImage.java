package vn.takedown.report.output;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import vn.takedown.report.chart.Chart;

/** Charts as PNG, for programs that show no SVG. */
final class ChartImage {

    /** Sharp enough for print at the width of a page. */
    private static final int SCALE = 3;

    private ChartImage() {}

    static byte[] png(Chart chart) throws IOException {
        BufferedImage image =
                new BufferedImage(
                        chart.width() * SCALE, chart.height() * SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(SCALE, SCALE);
        chart.drawing().draw(graphics, new Rectangle(chart.width(), chart.height()));
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", out);
        }
        return bytes.toByteArray();
    }
}
