package vn.takedown.compliance.ingest;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The known fields of a JSON object.
 *
 * <p>Reading only collects: which fields are required, and which matter at all, depends on others
 * that may stand later in the object. After {@link #read}, {@link #required} and {@link #optional}
 * take the values in the order of the contract's field list and keep the first problem.
 */
final class ObjectShape {

    private final String prefix;
    private final Map<String, Field<?>> byName = new HashMap<>();
    private final List<Field<?>> fields = new ArrayList<>();
    private Problem problem;

    private ObjectShape(String prefix) {
        this.prefix = prefix;
    }

    /** The object that a record consists of. */
    static ObjectShape root() {
        return new ObjectShape("");
    }

    /** An object inside of a record, at {@code path}. */
    static ObjectShape at(String path) {
        return new ObjectShape(path + ".");
    }

    /** Adds a known field. */
    <V> Field<V> field(String name, ValueType<V> type) {
        Field<V> field = new Field<>(prefix + name, type);
        byName.put(name, field);
        fields.add(field);
        return field;
    }

    /** Reads from the cursor's {@code START_OBJECT} to its {@code END_OBJECT}. */
    void read(JsonCursor in) throws IOException, RecordRejectedException {
        problem = null;
        for (int i = 0; i < fields.size(); i++) {
            fields.get(i).clear();
        }
        while (in.next() == JsonToken.FIELD_NAME) {
            Field<?> field = byName.get(in.name());
            if (field == null) {
                in.skipField();
            } else {
                in.next();
                field.read(in);
            }
        }
    }

    /** The field's value; null when {@link #problem()} has something to say. */
    <V> V required(Field<V> field) {
        if (problem == null && field.problem() == null && field.value() == null) {
            problem = field.missing();
        }
        return optional(field);
    }

    /** The field's value; null when absent, or when {@link #problem()} has something to say. */
    <V> V optional(Field<V> field) {
        if (problem == null) {
            problem = field.problem();
        }
        return field.value();
    }

    /** The field's value or, when absent, {@code absent}. */
    <V> V optional(Field<V> field, V absent) {
        V value = optional(field);
        return value == null ? absent : value;
    }

    /** Adds a problem between fields, unless there is an earlier one. */
    void reject(RejectionReason reason, String detail) {
        if (problem == null) {
            problem = new Problem(reason, detail);
        }
    }

    /** The first problem of the fields taken so far; null when there is none. */
    Problem problem() {
        return problem;
    }
}
