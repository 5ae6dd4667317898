package vn.takedown.compliance.ingest;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** An array of values of one type; the first bad element makes the whole array bad. */
final class ListType<V> implements ValueType<List<V>> {

    private final Field<V> element;

    ListType(String path, ValueType<V> type) {
        this.element = new Field<>(path + "[]", type);
    }

    @Override
    public List<V> read(JsonCursor in, Field<List<V>> field)
            throws IOException, RecordRejectedException {
        if (in.token() != JsonToken.START_ARRAY) {
            in.skipValue();
            field.reject(RejectionReason.WRONG_TYPE, "must be an array");
            return null;
        }
        List<V> values = new ArrayList<>();
        Problem first = null;
        while (in.next() != JsonToken.END_ARRAY) {
            element.clear();
            element.read(in);
            if (first == null) {
                // null stands for an absent field, but an array has no absent elements.
                first = element.value() == null ? elementProblem() : null;
                values.add(element.value());
            }
        }
        if (first != null) {
            field.reject(first);
            return null;
        }
        return values;
    }

    private Problem elementProblem() {
        if (element.problem() != null) {
            return element.problem();
        }
        element.reject(RejectionReason.WRONG_TYPE, "must not be null");
        return element.problem();
    }
}
