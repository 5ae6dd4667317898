package vn.takedown.compliance.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * Checks what makes a record bad as a whole (contract section 6, item 1) and reads its fields.
 *
 * <p>The bytes are decoded before the JSON parser sees them: one strict check of the whole record,
 * and no guessing of UTF-16 or UTF-32.
 */
final class RecordReader<T> {

    /** Contract section 6, item 1. */
    static final int MAX_BYTES = 1_048_576;

    private static final int INITIAL_CHARACTERS = 1024;

    private final ObjectShape shape;
    private final Supplier<T> builder;
    private final JsonCursor cursor = new JsonCursor();
    private final CharsetDecoder decoder =
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
    private CharBuffer text = CharBuffer.allocate(INITIAL_CHARACTERS);

    /**
     * @param shape the record's known fields
     * @param builder makes the value of what the shape has read; null when the shape has a problem
     */
    RecordReader(ObjectShape shape, Supplier<T> builder) {
        this.shape = shape;
        this.builder = builder;
    }

    /** See {@link RecordParser#parse}. */
    ParseResult<T> read(byte[] value) {
        if (value == null || value.length == 0) {
            return rejected(RejectionReason.EMPTY, "the record has no value");
        }
        if (value.length > MAX_BYTES) {
            return rejected(RejectionReason.TOO_LARGE, "the value is over " + MAX_BYTES + " bytes");
        }
        if (!decode(value)) {
            return rejected(RejectionReason.INVALID_UTF8, "the value is not UTF-8");
        }
        try {
            return readText();
        } catch (RecordRejectedException rejection) {
            return rejected(rejection.problem());
        } catch (StreamConstraintsException limit) {
            return rejected(
                    RejectionReason.TOO_DEEP,
                    "objects and arrays are nested over " + JsonCursor.MAX_DEPTH + " deep");
        } catch (JsonProcessingException syntax) {
            // Jackson's message would quote the record.
            return rejected(RejectionReason.NOT_JSON, "the value is not JSON");
        } catch (IOException | RuntimeException failure) {
            // One record must not stop the stream; its bytes are kept for whoever looks into it.
            return rejected(
                    RejectionReason.NOT_JSON,
                    "the value could not be read: " + failure.getClass().getName());
        }
    }

    private ParseResult<T> readText() throws IOException, RecordRejectedException {
        cursor.open(text.array(), text.position());
        try {
            if (cursor.next() != JsonToken.START_OBJECT) {
                return rejected(RejectionReason.NOT_JSON, "the value is not a JSON object");
            }
            shape.read(cursor);
            if (cursor.next() != null) {
                return rejected(RejectionReason.NOT_JSON, "something follows the JSON object");
            }
        } finally {
            cursor.close();
        }
        T built = builder.get();
        return shape.problem() == null
                ? new ParseResult.Parsed<>(built)
                : rejected(shape.problem());
    }

    /** Fills {@link #text}; false when the bytes are not UTF-8. */
    private boolean decode(byte[] value) {
        if (text.capacity() < value.length) {
            text = CharBuffer.allocate(Math.min(MAX_BYTES, 2 * value.length));
        }
        text.clear();
        decoder.reset();
        return decoder.decode(ByteBuffer.wrap(value), text, true).isUnderflow();
    }

    private static <T> ParseResult<T> rejected(Problem problem) {
        return rejected(problem.reason(), problem.detail());
    }

    private static <T> ParseResult<T> rejected(RejectionReason reason, String detail) {
        return new ParseResult.Rejected<>(reason, detail);
    }
}
