package vn.takedown.compliance.event;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.util.Arrays;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Writes the components of a record one after the other in their short forms, for the way between
 * two operators: a tenth of what Flink's POJO form costs. Its form changes with the record, so it
 * is of no use for state.
 *
 * @param <T> a record of numbers, truth values, texts, enums, {@code long[]} and such records
 */
public final class RecordSerializer<T extends Record> extends ImmutableSerializer<T> {

    private static final long serialVersionUID = 1L;

    private final Class<T> type;
    private transient RecordForm<T> form;

    /**
     * @throws IllegalArgumentException when a component is of another kind
     */
    private RecordSerializer(Class<T> type) {
        this.type = type;
        this.form = RecordForm.of(type);
    }

    public static <T extends Record> TypeInformation<T> type(Class<T> type) {
        return new PackedType<>(type, new RecordSerializer<>(type));
    }

    private void readObject(ObjectInputStream input) throws IOException, ClassNotFoundException {
        input.defaultReadObject();
        form = RecordForm.of(type);
    }

    @Override
    public void serialize(T value, DataOutputView output) throws IOException {
        form.write(value, output);
    }

    @Override
    public T deserialize(DataInputView input) throws IOException {
        return form.read(input);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecordSerializer<?> serializer && serializer.type == type;
    }

    @Override
    public int hashCode() {
        return type.hashCode();
    }

    @Override
    public TypeSerializerSnapshot<T> snapshotConfiguration() {
        throw new UnsupportedOperationException(
                type.getSimpleName()
                        + " has no form that lasts: it belongs into no state. Components: "
                        + Arrays.toString(type.getRecordComponents()));
    }
}
