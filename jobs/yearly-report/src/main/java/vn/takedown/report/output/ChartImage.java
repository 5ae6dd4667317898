package vn.takedown.report.output;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.ImageTranscoder;
import org.apache.batik.transcoder.image.PNGTranscoder;
import vn.takedown.report.chart.Chart;

/** Charts as PNG, for programs that show no SVG. */
final class ChartImage {

    /** Sharp enough for print at the width of a page. */
    private static final float SCALE = 3;

    private ChartImage() {}

    static byte[] png(Chart chart) throws IOException {
        PNGTranscoder transcoder = new PNGTranscoder();
        transcoder.addTranscodingHint(ImageTranscoder.KEY_WIDTH, chart.width() * SCALE);
        transcoder.addTranscodingHint(ImageTranscoder.KEY_BACKGROUND_COLOR, Color.WHITE);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            transcoder.transcode(
                    new TranscoderInput(new StringReader(DrawnText.in(chart.svg()))),
                    new TranscoderOutput(bytes));
        } catch (TranscoderException e) {
            throw new IOException("the chart " + chart.id() + " cannot be drawn", e);
        }
        return bytes.toByteArray();
    }
}
