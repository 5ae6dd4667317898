package vn.takedown.compliance.alerting;

import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import vn.takedown.compliance.event.FormerPojoSnapshot;
import vn.takedown.compliance.event.ImmutableSerializer;
import vn.takedown.compliance.event.PackedType;
import vn.takedown.model.cases.CaseSituation;
import vn.takedown.model.cases.CaseSituationEncoding;

/** {@link CaseSituation} in its packed, versioned form. */
public final class CaseSituationSerializer extends ImmutableSerializer<CaseSituation> {

    private static final long serialVersionUID = 1L;
    private static final CaseSituationSerializer INSTANCE = new CaseSituationSerializer();

    /** How it is kept in state. */
    public static final TypeInformation<CaseSituation> TYPE =
            new PackedType<>(CaseSituation.class, INSTANCE);

    @Override
    public void serialize(CaseSituation situation, DataOutputView output) throws IOException {
        CaseSituationEncoding.write(situation, output);
    }

    @Override
    public CaseSituation deserialize(DataInputView input) throws IOException {
        return CaseSituationEncoding.read(input);
    }

    @Override
    public TypeSerializerSnapshot<CaseSituation> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Named in savepoints: neither rename nor move it. */
    public static final class Snapshot extends FormerPojoSnapshot<CaseSituation> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
