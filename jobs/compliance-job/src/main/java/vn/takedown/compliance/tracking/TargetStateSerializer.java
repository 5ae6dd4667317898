package vn.takedown.compliance.tracking;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import vn.takedown.model.cases.TargetState;
import vn.takedown.model.cases.TargetStateEncoding;

/** {@link TargetState} in its packed, versioned form. */
public final class TargetStateSerializer extends PackedSerializer<TargetState> {

    static final TargetStateSerializer INSTANCE = new TargetStateSerializer();

    private static final long serialVersionUID = 1L;

    @Override
    public void serialize(TargetState target, DataOutputView output) throws IOException {
        TargetStateEncoding.write(target, output);
    }

    @Override
    public TargetState deserialize(DataInputView input) throws IOException {
        return TargetStateEncoding.read(input);
    }

    @Override
    public TypeSerializerSnapshot<TargetState> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Named in savepoints: neither rename nor move it. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<TargetState> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
