package vn.takedown.stack.explain;

import java.util.Locale;

/** The languages in which a case can be explained. */
public enum Language {
    EN("en"),
    VI("vi");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** As it is written on the command line. */
    @Override
    public String toString() {
        return tag;
    }
}
