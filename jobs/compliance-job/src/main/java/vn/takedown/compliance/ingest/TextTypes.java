package vn.takedown.compliance.ingest;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** The fields that hold text: free text, ids, keys (contract section 6, item 1). */
final class TextTypes {

    static final int MAX_ID_LENGTH = 128;

    static final int MAX_EVENT_ID_LENGTH = 64;

    private static final int KEY_LENGTH = 64;

    private static final int BROKEN = -1;

    private TextTypes() {}

    /**
     * Any string. An unpaired surrogate, which JSON can escape but UTF-8 cannot write, becomes
     * U+FFFD.
     */
    static ValueType<String> freeText() {
        return (in, field) -> {
            if (!isString(in, field)) {
                return null;
            }
            char[] characters = in.characters();
            return withoutUnpairedSurrogates(characters, in.offset(), in.length());
        };
    }

    /** Free text of few distinct values. */
    static ValueType<String> repeatedText(StringCache cache) {
        return (in, field) -> {
            if (!isString(in, field)) {
                return null;
            }
            char[] characters = in.characters();
            int offset = in.offset();
            int length = in.length();
            return codePoints(characters, offset, length) == BROKEN
                    ? withoutUnpairedSurrogates(characters, offset, length)
                    : cache.get(characters, offset, length);
        };
    }

    /** 1 to 64 characters. */
    static ValueType<String> eventId() {
        return (in, field) -> {
            if (!isString(in, field)) {
                return null;
            }
            char[] characters = in.characters();
            int offset = in.offset();
            int length = in.length();
            int count = codePoints(characters, offset, length);
            if (count < 1 || count > MAX_EVENT_ID_LENGTH) {
                field.reject(RejectionReason.INVALID_ID, "must have 1 to 64 characters");
                return null;
            }
            return new String(characters, offset, length);
        };
    }

    /** 1 to 128 characters, none of them a slash, a bar or white space. */
    static ValueType<String> id(StringCache cache) {
        return (in, field) -> {
            if (!isString(in, field)) {
                return null;
            }
            char[] characters = in.characters();
            int offset = in.offset();
            int length = in.length();
            int count = codePoints(characters, offset, length);
            if (count < 1 || count > MAX_ID_LENGTH || holdsSeparator(characters, offset, length)) {
                field.reject(
                        RejectionReason.INVALID_ID,
                        "must have 1 to 128 characters without '/', '|' and white space");
                return null;
            }
            return cache.get(characters, offset, length);
        };
    }

    /** 64 lower-case hex digits. */
    static ValueType<String> key() {
        return (in, field) -> {
            if (!isString(in, field)) {
                return null;
            }
            char[] characters = in.characters();
            int offset = in.offset();
            if (in.length() != KEY_LENGTH || !isLowerCaseHex(characters, offset)) {
                field.reject(RejectionReason.INVALID_KEY, "must be 64 lower-case hex digits");
                return null;
            }
            return new String(characters, offset, KEY_LENGTH);
        };
    }

    /** One of the constants of {@code type}. */
    static <E extends Enum<E>> ValueType<E> oneOf(Class<E> type) {
        E[] constants = type.getEnumConstants();
        return (in, field) -> {
            if (!isString(in, field)) {
                return null;
            }
            char[] characters = in.characters();
            int offset = in.offset();
            int length = in.length();
            for (E constant : constants) {
                if (isSame(constant.name(), characters, offset, length)) {
                    return constant;
                }
            }
            field.reject(
                    RejectionReason.UNKNOWN_VALUE, "must be one of the contract's listed values");
            return null;
        };
    }

    /** Whether the value is exactly {@code expected}; never a problem. */
    static ValueType<Boolean> is(String expected) {
        return (in, field) -> {
            if (in.token() != JsonToken.VALUE_STRING) {
                in.skipValue();
                return false;
            }
            char[] characters = in.characters();
            return isSame(expected, characters, in.offset(), in.length());
        };
    }

    /** An instant in milliseconds since the epoch. */
    static ValueType<Long> instant() {
        return (in, field) -> {
            if (!isString(in, field)) {
                return null;
            }
            char[] characters = in.characters();
            long instant = InstantParser.parse(characters, in.offset(), in.length());
            if (instant == InstantParser.INVALID) {
                field.reject(
                        RejectionReason.INVALID_INSTANT,
                        "must be an instant YYYY-MM-DDTHH:MM:SS.mmmZ of the years 2000 to 2099");
                return null;
            }
            return instant;
        };
    }

    /** Whether the cursor is at a string; if not, notes that and skips the value. */
    static boolean isString(JsonCursor in, Field<?> field)
            throws IOException, RecordRejectedException {
        if (in.token() == JsonToken.VALUE_STRING) {
            return true;
        }
        in.skipValue();
        field.reject(RejectionReason.WRONG_TYPE, "must be a string");
        return false;
    }

    /** Number of code points, or {@link #BROKEN} when a surrogate has no partner. */
    private static int codePoints(char[] characters, int offset, int length) {
        int end = offset + length;
        int count = 0;
        for (int i = offset; i < end; i++) {
            char character = characters[i];
            if (Character.isSurrogate(character)) {
                if (!Character.isHighSurrogate(character)
                        || i + 1 == end
                        || !Character.isLowSurrogate(characters[i + 1])) {
                    return BROKEN;
                }
                i++;
            }
            count++;
        }
        return count;
    }

    private static String withoutUnpairedSurrogates(char[] characters, int offset, int length) {
        if (codePoints(characters, offset, length) != BROKEN) {
            return new String(characters, offset, length);
        }
        String text = new String(characters, offset, length);
        StringBuilder mended = new StringBuilder(length);
        text.codePoints()
                .map(point -> isUnpairedSurrogate(point) ? 0xFFFD : point)
                .forEach(mended::appendCodePoint);
        return mended.toString();
    }

    private static boolean isUnpairedSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private static boolean holdsSeparator(char[] characters, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            char character = characters[i];
            if (character == '/' || character == '|' || isWhiteSpace(character)) {
                return true;
            }
        }
        return false;
    }

    /** Unicode's property White_Space, which neither method of {@link Character} is. */
    private static boolean isWhiteSpace(char character) {
        if (character <= ' ') {
            return character == ' ' || (character >= '\t' && character <= '\r');
        }
        return character >= 0x85 && (character == 0x85 || Character.isSpaceChar(character));
    }

    private static boolean isLowerCaseHex(char[] characters, int offset) {
        for (int i = offset; i < offset + KEY_LENGTH; i++) {
            char character = characters[i];
            if (!(character >= '0' && character <= '9' || character >= 'a' && character <= 'f')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSame(String expected, char[] characters, int offset, int length) {
        if (expected.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (expected.charAt(i) != characters[offset + i]) {
                return false;
            }
        }
        return true;
    }
}
