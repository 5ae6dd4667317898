package vn.takedown.compliance.tracking;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;

/** A hand-written form of mutable state; its copies go through the bytes. */
abstract class PackedSerializer<T> extends TypeSerializerSingleton<T> {

    private static final long serialVersionUID = 1L;

    @Override
    public boolean isImmutableType() {
        return false;
    }

    @Override
    public T createInstance() {
        return null;
    }

    @Override
    public T copy(T from) {
        try {
            DataOutputSerializer output = new DataOutputSerializer(512);
            serialize(from, output);
            return deserialize(new DataInputDeserializer(output.getCopyOfBuffer()));
        } catch (IOException inMemory) {
            throw new IllegalStateException("State could not be copied.", inMemory);
        }
    }

    @Override
    public T copy(T from, T reuse) {
        return copy(from);
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public T deserialize(T reuse, DataInputView input) throws IOException {
        return deserialize(input);
    }

    @Override
    public void copy(DataInputView input, DataOutputView output) throws IOException {
        serialize(deserialize(input), output);
    }
}
