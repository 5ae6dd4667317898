package vn.takedown.compliance.rollup;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import vn.takedown.compliance.event.ImmutableSerializer;
import vn.takedown.model.cohort.CohortDurations;

/** {@link CohortDurations} in their packed, versioned form. */
public final class CohortDurationsSerializer extends ImmutableSerializer<CohortDurations> {

    static final CohortDurationsSerializer INSTANCE = new CohortDurationsSerializer();

    private static final long serialVersionUID = 1L;
    private static final int VERSION = 1;

    @Override
    public void serialize(CohortDurations durations, DataOutputView output) throws IOException {
        output.writeByte(VERSION);
        durations.write(output);
    }

    @Override
    public CohortDurations deserialize(DataInputView input) throws IOException {
        int version = input.readUnsignedByte();
        if (version != VERSION) {
            throw new IOException("Durations of version " + version + " cannot be read.");
        }
        return CohortDurations.read(input);
    }

    @Override
    public TypeSerializerSnapshot<CohortDurations> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Named in savepoints: neither rename nor move it. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<CohortDurations> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
