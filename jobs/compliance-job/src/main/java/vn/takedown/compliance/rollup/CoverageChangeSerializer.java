package vn.takedown.compliance.rollup;

import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import vn.takedown.compliance.event.ImmutableSerializer;
import vn.takedown.compliance.event.PackedType;
import vn.takedown.model.coverage.CoverageChange;
import vn.takedown.model.coverage.CoverageEncoding;

/** {@link CoverageChange} in its packed, versioned form. */
public final class CoverageChangeSerializer extends ImmutableSerializer<CoverageChange> {

    static final CoverageChangeSerializer INSTANCE = new CoverageChangeSerializer();

    public static final TypeInformation<CoverageChange> TYPE =
            new PackedType<>(CoverageChange.class, INSTANCE);

    private static final long serialVersionUID = 1L;

    @Override
    public void serialize(CoverageChange change, DataOutputView output) throws IOException {
        CoverageEncoding.write(change, output);
    }

    @Override
    public CoverageChange deserialize(DataInputView input) throws IOException {
        return CoverageEncoding.readChange(input);
    }

    @Override
    public TypeSerializerSnapshot<CoverageChange> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Named in savepoints: neither rename nor move it. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<CoverageChange> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
