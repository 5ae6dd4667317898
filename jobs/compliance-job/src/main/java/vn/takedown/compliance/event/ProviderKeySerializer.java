package vn.takedown.compliance.event;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import vn.takedown.model.encoding.Packed;
import vn.takedown.model.encoding.RepeatedTexts;

/** The hash first, in its 32 bytes, so that equal keys have equal bytes. */
public final class ProviderKeySerializer extends ImmutableSerializer<ProviderKey> {

    public static final ProviderKeySerializer INSTANCE = new ProviderKeySerializer();

    private static final long serialVersionUID = 1L;
    private static final RepeatedTexts PROVIDERS = new RepeatedTexts();

    @Override
    public void serialize(ProviderKey key, DataOutputView output) throws IOException {
        write(key, output);
    }

    @Override
    public ProviderKey deserialize(DataInputView input) throws IOException {
        return read(input);
    }

    static void write(ProviderKey key, DataOutput output) throws IOException {
        output.writeLong(key.first());
        output.writeLong(key.second());
        output.writeLong(key.third());
        output.writeLong(key.fourth());
        Packed.writeText(output, key.providerId());
    }

    static ProviderKey read(DataInput input) throws IOException {
        long first = input.readLong();
        long second = input.readLong();
        long third = input.readLong();
        long fourth = input.readLong();
        return new ProviderKey(Packed.readText(input, PROVIDERS), first, second, third, fourth);
    }

    @Override
    public TypeSerializerSnapshot<ProviderKey> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Named in savepoints: neither rename nor move it. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<ProviderKey> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
