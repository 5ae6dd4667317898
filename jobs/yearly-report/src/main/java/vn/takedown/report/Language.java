package vn.takedown.report;

import java.util.Locale;

/** A language of the report. */
public enum Language {
    VI,
    EN;

    /** As in IETF language tags. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
