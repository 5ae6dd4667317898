package vn.takedown.compliance.alerting;

import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import vn.takedown.compliance.event.FormerPojoSnapshot;
import vn.takedown.compliance.event.ImmutableSerializer;
import vn.takedown.compliance.event.PackedType;
import vn.takedown.model.alerting.WatchedCase;
import vn.takedown.model.alerting.WatchedCaseEncoding;

/** {@link WatchedCase} in its packed, versioned form. */
public final class WatchedCaseSerializer extends ImmutableSerializer<WatchedCase> {

    private static final long serialVersionUID = 1L;
    private static final WatchedCaseSerializer INSTANCE = new WatchedCaseSerializer();

    /** How it is kept in state. */
    public static final TypeInformation<WatchedCase> TYPE =
            new PackedType<>(WatchedCase.class, INSTANCE);

    @Override
    public void serialize(WatchedCase watched, DataOutputView output) throws IOException {
        WatchedCaseEncoding.write(watched, output);
    }

    @Override
    public WatchedCase deserialize(DataInputView input) throws IOException {
        return WatchedCaseEncoding.read(input);
    }

    @Override
    public TypeSerializerSnapshot<WatchedCase> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Named in savepoints: neither rename nor move it. */
    public static final class Snapshot extends FormerPojoSnapshot<WatchedCase> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
