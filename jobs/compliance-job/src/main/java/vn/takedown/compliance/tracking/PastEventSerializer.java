package vn.takedown.compliance.tracking;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import vn.takedown.compliance.event.ImmutableSerializer;
import vn.takedown.model.cases.PastEvent;
import vn.takedown.model.cases.PastEventEncoding;

/** {@link PastEvent} in its packed, versioned form. */
public final class PastEventSerializer extends ImmutableSerializer<PastEvent> {

    static final PastEventSerializer INSTANCE = new PastEventSerializer();

    private static final long serialVersionUID = 1L;

    @Override
    public void serialize(PastEvent past, DataOutputView output) throws IOException {
        PastEventEncoding.write(past, output);
    }

    @Override
    public PastEvent deserialize(DataInputView input) throws IOException {
        return PastEventEncoding.read(input);
    }

    @Override
    public TypeSerializerSnapshot<PastEvent> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Named in savepoints: neither rename nor move it. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<PastEvent> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
