package vn.takedown.benchmarks.peer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import vn.takedown.compliance.event.EventEncoding;
import vn.takedown.model.cases.TargetState;
import vn.takedown.model.cases.TargetStateEncoding;
import vn.takedown.model.encoding.Packed;
import vn.takedown.model.event.TakedownEvent;

/** {@link FollowedTarget} in bytes. */
final class FollowedTargetSerde {

    private static final int EXPECTED_BYTES = 512;

    private FollowedTargetSerde() {}

    static Serde<FollowedTarget> create() {
        return Serdes.serdeFrom(
                (topic, followed) -> followed == null ? null : write(followed),
                (topic, bytes) -> bytes == null ? null : read(bytes));
    }

    private static byte[] write(FollowedTarget followed) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(EXPECTED_BYTES);
        DataOutputStream output = new DataOutputStream(bytes);
        try {
            output.writeLong(followed.dueAt);
            TargetStateEncoding.write(followed.target, output);
            Packed.writeCount(output, followed.waiting.size());
            for (TakedownEvent event : followed.waiting) {
                EventEncoding.write(event, output);
            }
            Packed.writeCount(output, followed.known.size());
            for (Map.Entry<Long, Long> known : followed.known.entrySet()) {
                output.writeLong(known.getKey());
                Packed.writeLong(output, known.getValue());
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    private static FollowedTarget read(byte[] bytes) {
        DataInputStream input = new DataInputStream(new ByteArrayInputStream(bytes));
        try {
            long dueAt = input.readLong();
            TargetState target = TargetStateEncoding.read(input);
            int waitingCount = Packed.readCount(input);
            List<TakedownEvent> waiting = new ArrayList<>(waitingCount + 1);
            for (int i = 0; i < waitingCount; i++) {
                waiting.add(EventEncoding.read(input));
            }
            int knownCount = Packed.readCount(input);
            Map<Long, Long> known = new LinkedHashMap<>();
            for (int i = 0; i < knownCount; i++) {
                known.put(input.readLong(), Packed.readLong(input));
            }
            FollowedTarget followed = new FollowedTarget(target, waiting, known);
            followed.dueAt = dueAt;
            return followed;
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }
}
