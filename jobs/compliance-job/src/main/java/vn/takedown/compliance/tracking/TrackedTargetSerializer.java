package vn.takedown.compliance.tracking;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import vn.takedown.compliance.event.EventEnvelope;
import vn.takedown.compliance.event.EventEnvelopeSerializer;
import vn.takedown.model.cases.TargetState;
import vn.takedown.model.cases.TargetStateEncoding;
import vn.takedown.model.encoding.Packed;

/** The packed, versioned form of {@link TrackedTarget}. */
public final class TrackedTargetSerializer extends PackedSerializer<TrackedTarget> {

    static final TrackedTargetSerializer INSTANCE = new TrackedTargetSerializer();

    private static final long serialVersionUID = 1L;
    private static final int VERSION = 2;
    private static final long NO_TIMER = -1;

    /**
     * Written once when the timer was the one that the rest asked for. What is asked for depends on
     * settings, too, so such a timer is set again.
     */
    private static final long TIMER_AS_ASKED = -2;

    @Override
    public void serialize(TrackedTarget tracked, DataOutputView output) throws IOException {
        output.writeByte(VERSION);
        Packed.writeLong(output, shortened(tracked.timer));
        Packed.writeLong(output, shortened(tracked.settleAt));
        TargetStateEncoding.write(tracked.target, output);
        Packed.writeCount(output, tracked.waiting.size());
        for (EventEnvelope envelope : tracked.waiting) {
            EventEnvelopeSerializer.INSTANCE.serialize(envelope, output);
        }
        Packed.writeCount(output, tracked.recentIds.size());
        long previous = 0;
        for (int i = 0; i < tracked.recentIds.size(); i++) {
            Packed.writeLong(output, tracked.recentIds.instant(i) - previous);
            previous = tracked.recentIds.instant(i);
            output.writeLong(tracked.recentIds.hash(i));
        }
    }

    private static long shortened(long timer) {
        return timer == TrackedTarget.NO_TIMER ? NO_TIMER : timer;
    }

    private static long lengthened(long timer) {
        return timer == NO_TIMER || timer == TIMER_AS_ASKED ? TrackedTarget.NO_TIMER : timer;
    }

    @Override
    public TrackedTarget deserialize(DataInputView input) throws IOException {
        int version = input.readUnsignedByte();
        if (version != VERSION) {
            throw new IOException("Tracked target of version " + version + " cannot be read.");
        }
        long timer = lengthened(Packed.readLong(input));
        long settleAt = lengthened(Packed.readLong(input));
        TargetState target = TargetStateEncoding.read(input);
        int waitingCount = Packed.readCount(input);
        List<EventEnvelope> waiting = new ArrayList<>(waitingCount);
        for (int i = 0; i < waitingCount; i++) {
            waiting.add(EventEnvelopeSerializer.INSTANCE.deserialize(input));
        }
        RecentIds recentIds = new RecentIds();
        int idCount = Packed.readCount(input);
        long instant = 0;
        for (int i = 0; i < idCount; i++) {
            instant += Packed.readLong(input);
            recentIds.add(input.readLong(), instant);
        }
        TrackedTarget tracked = new TrackedTarget(target, waiting, recentIds);
        tracked.timer = timer;
        tracked.settleAt = settleAt;
        return tracked;
    }

    @Override
    public TypeSerializerSnapshot<TrackedTarget> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Named in savepoints: neither rename nor move it. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<TrackedTarget> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
