package vn.takedown.benchmarks.peer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;

/** Keys of the store of due targets: the instant, then the target, so that they sort by time. */
final class DueKey {

    private DueKey() {}

    static Bytes of(long at, String target) {
        byte[] text = target.getBytes(StandardCharsets.UTF_8);
        return Bytes.wrap(
                ByteBuffer.allocate(Long.BYTES + text.length).putLong(at).put(text).array());
    }

    /** Before every key of that instant. */
    static Bytes from(long at) {
        return Bytes.wrap(ByteBuffer.allocate(Long.BYTES).putLong(at).array());
    }

    static String target(Bytes key) {
        byte[] bytes = key.get();
        return new String(
                Arrays.copyOfRange(bytes, Long.BYTES, bytes.length), StandardCharsets.UTF_8);
    }
}
