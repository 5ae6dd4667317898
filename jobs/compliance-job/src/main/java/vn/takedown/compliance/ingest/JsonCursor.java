package vn.takedown.compliance.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;

/**
 * Walks over the tokens of one record, checking nesting depth and repeated names on the way.
 *
 * <p>The characters of the current string or number are read in place: {@link #characters()} first,
 * then {@link #offset()} and {@link #length()}.
 */
final class JsonCursor {

    /** Contract section 6, item 1. */
    static final int MAX_DEPTH = 100;

    /**
     * Names are not canonicalised: the shared symbol table would keep the names of hostile records.
     * Only depth is limited here; the size of the record bounds everything else.
     */
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(MAX_DEPTH)
                                    .maxNumberLength(Integer.MAX_VALUE)
                                    .maxStringLength(Integer.MAX_VALUE)
                                    .maxNameLength(Integer.MAX_VALUE)
                                    .build())
                    .build();

    private final OpenNames names = new OpenNames(MAX_DEPTH);
    private JsonParser parser;
    private JsonToken token;
    private int depth;

    /** Begins a record, before its first token. */
    void open(char[] text, int length) throws IOException {
        // A record that was given up in the middle leaves names behind.
        while (depth > 0) {
            names.clear(depth--);
        }
        token = null;
        parser = FACTORY.createParser(text, 0, length);
    }

    /** Gives the record's buffers back. */
    void close() throws IOException {
        if (parser != null) {
            parser.close();
            parser = null;
        }
    }

    /** Moves to the next token; null at the end of the record. */
    JsonToken next() throws IOException {
        token = parser.nextToken();
        if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
            depth++;
        } else if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
            names.clear(depth--);
        }
        return token;
    }

    /** The token last moved to. */
    JsonToken token() {
        return token;
    }

    /** The name at the current {@code FIELD_NAME}. */
    String name() throws IOException {
        return parser.currentName();
    }

    /** Skips the field at the current {@code FIELD_NAME}, which no rule is about. */
    void skipField() throws IOException, RecordRejectedException {
        noteUnknownName();
        next();
        skipValue();
    }

    /** Moves to the last token of the value that begins at the current one. */
    void skipValue() throws IOException, RecordRejectedException {
        if (!token.isStructStart()) {
            return;
        }
        int outside = depth - 1;
        while (depth > outside) {
            if (next() == JsonToken.FIELD_NAME) {
                noteUnknownName();
            }
        }
    }

    private void noteUnknownName() throws IOException, RecordRejectedException {
        if (!names.add(depth, parser.currentName())) {
            throw new RecordRejectedException(
                    RejectionReason.DUPLICATE_NAME, "an object holds an unknown name twice");
        }
    }

    /** The buffer that holds the current string (unescaped) or number, until the next move. */
    char[] characters() throws IOException {
        return parser.getTextCharacters();
    }

    /** Where in {@link #characters()} the current text begins. */
    int offset() throws IOException {
        return parser.getTextOffset();
    }

    /** Length of the current text in UTF-16 units. */
    int length() throws IOException {
        return parser.getTextLength();
    }
}
