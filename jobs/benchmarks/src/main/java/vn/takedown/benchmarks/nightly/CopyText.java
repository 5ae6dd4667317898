package vn.takedown.benchmarks.nightly;

import java.util.Collection;

/** One row in the text format of PostgreSQL's COPY. */
final class CopyText {

    private final StringBuilder row;

    private CopyText(StringBuilder row) {
        this.row = row;
    }

    /** Begins a row in a buffer, which is emptied. */
    static CopyText in(StringBuilder buffer) {
        buffer.setLength(0);
        return new CopyText(buffer);
    }

    CopyText add(long number) {
        separate();
        row.append(number);
        return this;
    }

    /**
     * @param number null for none
     */
    CopyText add(Long number) {
        return number == null ? absent() : add(number.longValue());
    }

    CopyText add(String text) {
        separate();
        escape(text);
        return this;
    }

    /**
     * @param key hex digits, null for none
     */
    CopyText addKey(String key) {
        if (key == null) {
            return absent();
        }
        separate();
        row.append("\\\\x").append(key);
        return this;
    }

    /** Of names or numbers, which need no quotes. */
    CopyText add(Collection<?> values) {
        separate();
        row.append('{');
        String comma = "";
        for (Object value : values) {
            row.append(comma).append(value);
            comma = ",";
        }
        row.append('}');
        return this;
    }

    private CopyText absent() {
        separate();
        row.append("\\N");
        return this;
    }

    private void separate() {
        if (row.length() > 0) {
            row.append('\t');
        }
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            switch (next) {
                case '\\' -> row.append("\\\\");
                case '\t' -> row.append("\\t");
                case '\n' -> row.append("\\n");
                case '\r' -> row.append("\\r");
                default -> row.append(next);
            }
        }
    }
}
