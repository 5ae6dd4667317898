package vn.takedown.report.output;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTDecimalNumber;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;
import vn.takedown.report.Language;

/** The styles that Word's navigation and table of contents work with. */
final class DocxStyles {

    static final String TITLE = "Title";
    static final String SECTION = "Heading1";
    static final String HEADING = "Heading2";
    static final String CAPTION = "Caption";

    /** On every Windows and, under this name, replaced by an equal one elsewhere. */
    private static final String FONT = "Arial";

    private DocxStyles() {}

    static void addTo(XWPFDocument document, Language language) {
        XWPFStyles styles = document.createStyles();
        CTFonts fonts = CTFonts.Factory.newInstance();
        fonts.setAscii(FONT);
        fonts.setHAnsi(FONT);
        fonts.setCs(FONT);
        fonts.setEastAsia(FONT);
        styles.setDefaultFonts(fonts);
        styles.setSpellingLanguage(language == Language.VI ? "vi-VN" : "en-GB");
        styles.addStyle(style(styles, TITLE, "Title", 40, null));
        styles.addStyle(style(styles, SECTION, "heading 1", 28, 0));
        styles.addStyle(style(styles, HEADING, "heading 2", 22, 1));
        styles.addStyle(style(styles, CAPTION, "caption", 19, null));
    }

    /**
     * @param halfPoints size of the letters
     * @param outline level in the navigation; null when it has none
     */
    private static XWPFStyle style(
            XWPFStyles styles, String id, String name, int halfPoints, Integer outline) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setStyleId(id);
        style.setType(STStyleType.PARAGRAPH);
        style.addNewName().setVal(name);
        style.addNewQFormat();
        CTPPrGeneral paragraph = style.addNewPPr();
        paragraph.addNewKeepNext();
        if (outline != null) {
            CTDecimalNumber level = paragraph.addNewOutlineLvl();
            level.setVal(BigInteger.valueOf(outline));
        }
        CTRPr run = style.addNewRPr();
        run.addNewB();
        run.addNewSz().setVal(BigInteger.valueOf(halfPoints));
        return new XWPFStyle(style, styles);
    }
}
