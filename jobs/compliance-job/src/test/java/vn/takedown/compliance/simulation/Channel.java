package vn.takedown.compliance.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/** The way from one subtask to another: first in, first out. */
final class Channel {

    private final Deque<Element> elements = new ArrayDeque<>();
    private final int input;
    private final TypeSerializer<Object> serializer;

    /** The last watermark that came out. */
    private long watermark = Long.MIN_VALUE;

    /** Whether a barrier came out whose checkpoint waits for other channels. */
    private boolean blocked;

    /**
     * @param input which input of the receiver it belongs to, 0 or 1
     */
    Channel(int input, TypeSerializer<Object> serializer) {
        this.input = input;
        this.serializer = serializer;
    }

    int input() {
        return input;
    }

    TypeSerializer<Object> serializer() {
        return serializer;
    }

    void put(Element element) {
        elements.add(element);
    }

    boolean isReady() {
        return !blocked && !elements.isEmpty();
    }

    boolean isEmpty() {
        return elements.isEmpty();
    }

    int size() {
        return elements.size();
    }

    Element take() {
        return elements.remove();
    }

    long watermark() {
        return watermark;
    }

    void watermark(long instant) {
        watermark = instant;
    }

    boolean isBlocked() {
        return blocked;
    }

    void block(boolean now) {
        blocked = now;
    }
}
