package vn.takedown.report.chart;

/**
 * A drawing.
 *
 * @param id lower case with hyphens
 * @param title what it shows
 * @param description the same in words for those who cannot see it
 * @param width in CSS pixels
 * @param height in CSS pixels
 * @param content SVG elements
 */
public record Chart(
        String id, String title, String description, int width, int height, String content) {

    /** A complete SVG element that names itself to assistive technology. */
    public String svg() {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" role="img" \
                aria-labelledby="%1$s-title %1$s-description" width="%2$d" height="%3$d" \
                viewBox="0 0 %2$d %3$d"><title id="%1$s-title">%4$s</title>\
                <desc id="%1$s-description">%5$s</desc>%6$s</svg>"""
                .formatted(
                        id,
                        width,
                        height,
                        Drawing.escape(title),
                        Drawing.escape(description),
                        content);
    }
}
