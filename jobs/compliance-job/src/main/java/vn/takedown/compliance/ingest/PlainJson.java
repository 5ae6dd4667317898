package vn.takedown.compliance.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import vn.takedown.model.encoding.HexDigits;
import vn.takedown.model.encoding.RepeatedTexts;

/**
 * Walks over the bytes of a record that is plain: strings of ASCII without escapes, integers from 0
 * on, no more white space than {@link RecordReader} takes. The first thing that is anything else
 * makes the record {@linkplain #isPlain not plain} for good; whether it is allowed is not asked
 * here.
 */
final class PlainJson {

    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

    /** The longest integer that cannot be over 2³¹−1. */
    private static final int MAX_DIGITS = 9;

    private final char[] instant = new char[InstantParser.LENGTH];
    private byte[] bytes;
    private int at;
    private boolean plain;
    private int start;
    private int length;

    /** Begins a record. */
    void open(byte[] record) {
        bytes = record;
        at = 0;
        plain = true;
    }

    boolean isPlain() {
        return plain;
    }

    void giveUp() {
        plain = false;
    }

    /** Whether nothing follows but white space. */
    boolean isAtEnd() {
        return next() == bytes.length;
    }

    /** Moves past this character if it comes next. */
    boolean skip(char expected) {
        int here = next();
        if (here < bytes.length && bytes[here] == expected) {
            at = here + 1;
            return true;
        }
        return false;
    }

    /** Moves past this character, which must come next. */
    void expect(char expected) {
        plain &= skip(expected);
    }

    /** Moves past a null if it comes next. */
    boolean skipNull() {
        at = next();
        return skip(NULL);
    }

    /** Moves past these bytes if they come next, without white space. */
    private boolean skip(byte[] expected) {
        int end = at + expected.length;
        if (end > bytes.length || !Arrays.equals(bytes, at, end, expected, 0, expected.length)) {
            return false;
        }
        at = end;
        return true;
    }

    /** Moves past a name and its colon, if they come next as nearly all are written. */
    boolean skip(PlainName name) {
        return skip(name.written());
    }

    /** Where the next byte is that is no white space. */
    private int next() {
        int here = at;
        while (here < bytes.length && isWhiteSpace(bytes[here])) {
            here++;
        }
        return here;
    }

    private static boolean isWhiteSpace(byte character) {
        return character <= ' '
                && (character == ' '
                        || character == '\n'
                        || character == '\r'
                        || character == '\t');
    }

    /** Moves past a string, which the methods below then look at; its length. */
    int string() {
        length = 0;
        expect('"');
        start = at;
        int here = start;
        while (here < bytes.length
                && bytes[here] >= ' '
                && bytes[here] != '"'
                && bytes[here] != '\\') {
            here++;
        }
        if (!plain || here == bytes.length || bytes[here] != '"') {
            plain = false;
            return 0;
        }
        length = here - start;
        at = here + 1;
        return length;
    }

    boolean isString(byte[] expected) {
        return Arrays.equals(bytes, start, start + length, expected, 0, expected.length);
    }

    /** A string of so many characters at most, and at least one. */
    String text(int maxLength) {
        if (string() < 1 || length > maxLength) {
            plain = false;
            return null;
        }
        return new String(bytes, start, length, StandardCharsets.ISO_8859_1);
    }

    /** A string of so many characters at most. */
    String repeatedText(int maxLength, RepeatedTexts texts) {
        if (string() > maxLength) {
            plain = false;
        }
        return plain ? texts.get(bytes, start, length) : null;
    }

    /** Like {@link TextTypes#id}. */
    String id(RepeatedTexts texts) {
        if (string() < 1 || length > TextTypes.MAX_ID_LENGTH) {
            plain = false;
            return null;
        }
        for (int i = start; i < start + length; i++) {
            plain &= bytes[i] != '/' && bytes[i] != '|' && bytes[i] != ' ';
        }
        return plain ? texts.get(bytes, start, length) : null;
    }

    /** Like {@link TextTypes#key}. */
    String key() {
        if (!fixed(HexDigits.PER_HASH) || !HexDigits.areAll(bytes, start, length)) {
            plain = false;
            return null;
        }
        return new String(bytes, start, length, StandardCharsets.ISO_8859_1);
    }

    /** Like {@link TextTypes#instant}. */
    long instant() {
        if (!fixed(InstantParser.LENGTH)) {
            return InstantParser.INVALID;
        }
        for (int i = 0; i < InstantParser.LENGTH; i++) {
            // No byte beyond ASCII is a character that an instant may have.
            instant[i] = (char) bytes[start + i];
        }
        long read = InstantParser.parse(instant, 0, InstantParser.LENGTH);
        plain &= read != InstantParser.INVALID;
        return read;
    }

    /** Moves past a string of just so many bytes, which are still to be looked at one by one. */
    private boolean fixed(int expected) {
        expect('"');
        start = at;
        length = expected;
        int end = start + expected;
        plain &= end < bytes.length && bytes[end] == '"';
        if (plain) {
            at = end + 1;
        }
        return plain;
    }

    /** An integer of few digits. */
    int integer() {
        at = next();
        int first = at;
        int number = 0;
        while (at < bytes.length
                && bytes[at] >= '0'
                && bytes[at] <= '9'
                && at - first < MAX_DIGITS) {
            number = number * 10 + (bytes[at++] - '0');
        }
        int digits = at - first;
        // Another digit, a fraction or an exponent is caught here too.
        boolean whole =
                at < bytes.length
                        && (bytes[at] == ',' || bytes[at] == '}' || isWhiteSpace(bytes[at]));
        plain &= whole && digits > 0 && (digits == 1 || bytes[first] != '0');
        return number;
    }
}
