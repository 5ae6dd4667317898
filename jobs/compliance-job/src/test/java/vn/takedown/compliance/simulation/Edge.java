package vn.takedown.compliance.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Predicate;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.util.InstantiationUtil;
import org.apache.flink.util.OutputTag;

/**
 * What one stage sends to another.
 *
 * @param tag the side output it comes from; null for the main output
 * @param filter what of it is sent
 * @param input the input of the receiver, 0 or 1
 */
record Edge<T>(
        OutputTag<T> tag,
        TypeSerializer<T> serializer,
        Predicate<T> filter,
        Routing<T> routing,
        Stage to,
        int input) {

    static <T> TypeSerializer<T> serializer(TypeInformation<T> type) {
        return type.createSerializer(new SerializerConfigImpl());
    }

    @SuppressWarnings("unchecked")
    TypeSerializer<Object> anySerializer() {
        return (TypeSerializer<Object>) serializer;
    }

    boolean isFed(OutputTag<?> output) {
        return tag == null ? output == null : output != null && tag.getId().equals(output.getId());
    }

    @SuppressWarnings("unchecked")
    boolean takes(Object value) {
        return filter.test((T) value);
    }

    @SuppressWarnings("unchecked")
    List<Integer> receivers(Object value, int sender, int parallelism) {
        return routing.receivers((T) value, sender, parallelism);
    }

    @SuppressWarnings("unchecked")
    byte[] serialize(Object value) {
        try {
            return InstantiationUtil.serializeToByteArray(serializer, (T) value);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }
}
