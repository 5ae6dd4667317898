package vn.takedown.compliance.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;

class RecordSerializerTest {

    /** One component of each kind. */
    public record Everything(
            long number,
            int small,
            boolean yes,
            String text,
            Colour colour,
            Long maybeNumber,
            Integer maybeSmall,
            Inner inner) {}

    public record Inner(String text) {}

    public record WithList(List<String> texts) {}

    public record WithNumbers(long[] numbers) {}

    public enum Colour {
        RED,
        GREEN
    }

    @Test
    void everyComponentComesBackAsItWas() throws Exception {
        Everything full =
                new Everything(
                        Long.MIN_VALUE,
                        -7,
                        true,
                        "Cơ quan",
                        Colour.GREEN,
                        Long.MAX_VALUE,
                        0,
                        new Inner("x"));

        assertThat(throughBytes(full, Everything.class)).isEqualTo(full);
    }

    @Test
    void whatIsAbsentStaysAbsent() throws Exception {
        Everything empty = new Everything(0, 0, false, null, null, null, null, null);

        assertThat(throughBytes(empty, Everything.class)).isEqualTo(empty);
    }

    @Test
    void listsOfNumbersComeBack() throws Exception {
        assertThat(throughBytes(new WithNumbers(new long[] {1, -2}), WithNumbers.class).numbers())
                .containsExactly(1, -2);
    }

    @Test
    void aComponentWithoutAShortFormIsRefusedWhenTheJobIsBuilt() {
        assertThatThrownBy(() -> RecordSerializer.type(WithList.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("texts");
    }

    @Test
    void itIsOfNoUseForState() {
        TypeSerializer<Inner> serializer = serializer(Inner.class);

        assertThatThrownBy(serializer::snapshotConfiguration)
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("Inner");
    }

    @Test
    void serializersOfDifferentRecordsDiffer() {
        assertThat(serializer(Inner.class)).isEqualTo(serializer(Inner.class));
        assertThat(serializer(Inner.class)).isNotEqualTo(serializer(WithNumbers.class));
    }

    private static <T extends Record> TypeSerializer<T> serializer(Class<T> type) {
        return RecordSerializer.type(type).createSerializer(new SerializerConfigImpl());
    }

    /** As it is sent to another process: the serializer itself too. */
    private static <T extends Record> T throughBytes(T value, Class<T> type)
            throws IOException, ClassNotFoundException {
        TypeSerializer<T> sent = InstantiationUtil.clone(serializer(type));
        DataOutputSerializer output = new DataOutputSerializer(64);
        sent.serialize(value, output);
        return sent.deserialize(new DataInputDeserializer(output.getCopyOfBuffer()));
    }
}
