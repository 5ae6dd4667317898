package vn.takedown.report.text;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** DejaVu Sans Condensed, which has all Vietnamese letters; from the class path. */
public enum ReportFont {
    REGULAR("DejaVuSansCondensed.ttf"),
    BOLD("DejaVuSansCondensed-Bold.ttf");

    public static final String FAMILY = "DejaVu Sans Condensed";

    private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";

    private final String file;

    ReportFont(String file) {
        this.file = file;
    }

    /** The TrueType file; the caller closes it. */
    public InputStream open() throws IOException {
        InputStream stream = ReportFont.class.getResourceAsStream(FOLDER + file);
        if (stream == null) {
            throw new IOException("the font " + file + " is not on the class path");
        }
        return stream;
    }

    /** For drawing, in the size of one unit. The fonts of the machine are not asked. */
    public Font drawn() {
        try (InputStream stream = open()) {
            return Font.createFont(Font.TRUETYPE_FONT, stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("the font " + file + " cannot be read", e);
        }
    }
}
