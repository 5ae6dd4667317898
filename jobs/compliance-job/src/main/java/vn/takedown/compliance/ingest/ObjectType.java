package vn.takedown.compliance.ingest;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** An object inside of a record. */
abstract class ObjectType<V> implements ValueType<V> {

    /** The object's known fields. */
    final ObjectShape shape;

    ObjectType(String path) {
        this.shape = ObjectShape.at(path);
    }

    /**
     * Makes the value of what {@link #shape} has read.
     *
     * @return null when the shape has a problem
     */
    abstract V build();

    @Override
    public final V read(JsonCursor in, Field<V> field) throws IOException, RecordRejectedException {
        if (in.token() != JsonToken.START_OBJECT) {
            in.skipValue();
            field.reject(RejectionReason.WRONG_TYPE, "must be an object");
            return null;
        }
        shape.read(in);
        V value = build();
        if (shape.problem() != null) {
            field.reject(shape.problem());
            return null;
        }
        return value;
    }
}
