package vn.takedown.compliance.ingest;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * The fields that hold numbers. An integer is written without fraction and exponent. Numbers are
 * read digit by digit, since a record may hold one of a million digits.
 */
final class NumberTypes {

    private static final long MAX_ASN = 0xFFFF_FFFFL;

    /** Beyond every range that is asked for, and far from overflow. */
    private static final long TOO_BIG = Long.MAX_VALUE / 100;

    private NumberTypes() {}

    /** The integer 1. */
    static ValueType<Long> schemaVersion() {
        return (in, field) -> {
            if (!isInteger(in, field)) {
                return null;
            }
            long version = integer(in);
            if (version != 1) {
                field.reject(RejectionReason.UNSUPPORTED_SCHEMA_VERSION, "must be 1");
                return null;
            }
            return version;
        };
    }

    /** An autonomous system number, 0 to 2³²−1. */
    static ValueType<Long> asn() {
        return (in, field) -> {
            if (!isInteger(in, field)) {
                return null;
            }
            long number = integer(in);
            if (number < 0 || number > MAX_ASN) {
                field.reject(RejectionReason.OUT_OF_RANGE, "must have 32 bits");
                return null;
            }
            return number;
        };
    }

    /** An integer from {@code min} to 2³¹−1. */
    static ValueType<Integer> integerFrom(int min) {
        String rule = "must be an integer from " + min + " to " + Integer.MAX_VALUE;
        return (in, field) -> {
            if (!isInteger(in, field)) {
                return null;
            }
            long number = integer(in);
            if (number < min || number > Integer.MAX_VALUE) {
                field.reject(RejectionReason.OUT_OF_RANGE, rule);
                return null;
            }
            return (int) number;
        };
    }

    /** A number above 0 and at most 1. */
    static ValueType<Double> fraction() {
        return (in, field) -> {
            JsonToken token = in.token();
            if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
                in.skipValue();
                field.reject(RejectionReason.WRONG_TYPE, "must be a number");
                return null;
            }
            char[] characters = in.characters();
            double number = Double.parseDouble(new String(characters, in.offset(), in.length()));
            if (!(number > 0 && number <= 1)) {
                field.reject(RejectionReason.OUT_OF_RANGE, "must be above 0 and at most 1");
                return null;
            }
            return number;
        };
    }

    private static boolean isInteger(JsonCursor in, Field<?> field)
            throws IOException, RecordRejectedException {
        if (in.token() == JsonToken.VALUE_NUMBER_INT) {
            return true;
        }
        in.skipValue();
        field.reject(RejectionReason.WRONG_TYPE, "must be an integer");
        return false;
    }

    /** The integer at the cursor; one that is out of every range when it has too many digits. */
    private static long integer(JsonCursor in) throws IOException {
        char[] characters = in.characters();
        int at = in.offset();
        int end = at + in.length();
        boolean negative = characters[at] == '-';
        if (negative) {
            at++;
        }
        long number = 0;
        for (; at < end && number < TOO_BIG; at++) {
            number = number * 10 + (characters[at] - '0');
        }
        return negative ? -number : number;
    }
}
