package vn.takedown.compliance.tracking;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import vn.takedown.model.cases.PastEvent;
import vn.takedown.model.cases.PastEventEncoding;

/**
 * Past events that are not in the state yet, one after another in the bytes in which they will be
 * there: as objects, those of all targets between two checkpoints would be most of the heap.
 */
final class NewPastEvents {

    private static final byte[] NONE = {};

    private byte[] bytes = NONE;
    private int length;

    boolean isEmpty() {
        return length == 0;
    }

    /**
     * @param scratch for the encoding; what it holds is lost
     */
    void addAll(List<PastEvent> events, DataOutputSerializer scratch) throws IOException {
        scratch.clear();
        for (PastEvent past : events) {
            PastEventEncoding.write(past, scratch);
        }
        int needed = length + scratch.length();
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, 2 * length));
        }
        System.arraycopy(scratch.getSharedBuffer(), 0, bytes, length, scratch.length());
        length = needed;
    }

    /** All of them, to be written; none is left. */
    byte[] take() {
        byte[] all = bytes.length == length ? bytes : Arrays.copyOf(bytes, length);
        clear();
        return all;
    }

    void clear() {
        bytes = NONE;
        length = 0;
    }

    void addTo(List<PastEvent> events) throws IOException {
        read(bytes, length, events);
    }

    /** Adds the events that {@link #take} gave. */
    static void read(byte[] taken, List<PastEvent> events) throws IOException {
        read(taken, taken.length, events);
    }

    private static void read(byte[] bytes, int length, List<PastEvent> events) throws IOException {
        DataInputDeserializer input = new DataInputDeserializer(bytes, 0, length);
        while (input.available() > 0) {
            events.add(PastEventEncoding.read(input));
        }
    }
}
