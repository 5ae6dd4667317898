package vn.takedown.compliance.ingest;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** A known field of an object, and what the record at hand gave it: nothing, a value, a problem. */
final class Field<V> {

    private final String path;
    private final ValueType<V> type;
    private boolean seen;
    private V value;
    private Problem problem;

    /**
     * @param path the field's name with those of the objects around it, for {@link
     *     Problem#detail()}
     */
    Field(String path, ValueType<V> type) {
        this.path = path;
        this.type = type;
    }

    void clear() {
        seen = false;
        value = null;
        problem = null;
    }

    /** Reads the value at the cursor's token; JSON null is the same as absent. */
    void read(JsonCursor in) throws IOException, RecordRejectedException {
        if (seen) {
            throw new RecordRejectedException(
                    RejectionReason.DUPLICATE_NAME, path + " is there twice");
        }
        seen = true;
        if (in.token() != JsonToken.VALUE_NULL) {
            value = type.read(in, this);
        }
    }

    /**
     * Notes that the value breaks a rule.
     *
     * @param rule what would be right, as the rest of a sentence that begins with the field's name
     */
    void reject(RejectionReason reason, String rule) {
        problem = new Problem(reason, path + " " + rule);
    }

    /** Notes a problem inside of the value. */
    void reject(Problem inner) {
        problem = inner;
    }

    /** Null when there is none. */
    Problem problem() {
        return problem;
    }

    /** Null when absent, or when there is a problem. */
    V value() {
        return value;
    }

    /** What to say when the field is required and absent. */
    Problem missing() {
        return new Problem(RejectionReason.MISSING_FIELD, path + " is required");
    }
}
