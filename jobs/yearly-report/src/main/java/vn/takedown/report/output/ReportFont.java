package vn.takedown.report.output;

import java.io.IOException;
import java.io.InputStream;

/** DejaVu Sans Condensed, which has all Vietnamese letters; from the class path. */
enum ReportFont {
    REGULAR("DejaVuSansCondensed.ttf"),
    BOLD("DejaVuSansCondensed-Bold.ttf");

    static final String FAMILY = "DejaVu Sans Condensed";

    private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";

    private final String file;

    ReportFont(String file) {
        this.file = file;
    }

    /** The TrueType file; the caller closes it. */
    InputStream open() throws IOException {
        InputStream stream = ReportFont.class.getResourceAsStream(FOLDER + file);
        if (stream == null) {
            throw new IOException("the font " + file + " is not on the class path");
        }
        return stream;
    }
}
