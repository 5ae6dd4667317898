package vn.takedown.compliance.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.event.WatermarkEvent;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.LatencyMarker;
import org.apache.flink.streaming.runtime.streamrecord.RecordAttributes;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.util.OutputTag;

/** Takes what a subtask puts out to the channels it goes to. */
final class Outlet<T> implements Output<StreamRecord<T>> {

    private final Stage stage;
    private final int subtask;
    private final int parallelism;

    /** By edge, then by receiver. */
    private final Map<Edge<?>, Map<Integer, Channel>> channels = new HashMap<>();

    Outlet(Stage stage, int subtask, int parallelism) {
        this.stage = stage;
        this.subtask = subtask;
        this.parallelism = parallelism;
    }

    /** The channels from here to a subtask of another stage. */
    List<Channel> connect(Stage to, int receiver) {
        List<Channel> connected = new ArrayList<>();
        for (Edge<?> edge : stage.edges()) {
            if (edge.to() == to
                    && edge.routing().connected(subtask, parallelism).contains(receiver)) {
                Channel channel = new Channel(edge.input(), edge.anySerializer());
                channels.computeIfAbsent(edge, absent -> new HashMap<>()).put(receiver, channel);
                connected.add(channel);
            }
        }
        return connected;
    }

    @Override
    public void collect(StreamRecord<T> element) {
        send(null, element);
    }

    @Override
    public <X> void collect(OutputTag<X> tag, StreamRecord<X> element) {
        send(tag, element);
    }

    private void send(OutputTag<?> tag, StreamRecord<?> element) {
        Object value = element.getValue();
        for (Stage.Exit<?> exit : stage.exits()) {
            if (exit.isFed(tag)) {
                exit.sink().accept(value);
            }
        }
        for (Edge<?> edge : stage.edges()) {
            if (edge.isFed(tag) && edge.takes(value)) {
                Element.Item item =
                        new Element.Item(
                                edge.serialize(value),
                                element.hasTimestamp() ? element.getTimestamp() : Long.MIN_VALUE);
                for (int receiver : edge.receivers(value, subtask, parallelism)) {
                    channels.get(edge).get(receiver).put(item);
                }
            }
        }
    }

    /** Goes to every receiver of every output. */
    void broadcast(Element element) {
        for (Map<Integer, Channel> receivers : channels.values()) {
            receivers.values().forEach(channel -> channel.put(element));
        }
    }

    /** Whether some receiver has so much before it that the sender must wait. */
    boolean isCongested(int capacity) {
        return channels.values().stream()
                .flatMap(receivers -> receivers.values().stream())
                .anyMatch(channel -> channel.size() >= capacity);
    }

    @Override
    public void emitWatermark(Watermark watermark) {
        broadcast(new Element.Mark(watermark.getTimestamp()));
    }

    @Override
    public void emitWatermark(WatermarkEvent watermark) {
        throw new UnsupportedOperationException("No operator here declares its own watermarks.");
    }

    @Override
    public void emitWatermarkStatus(WatermarkStatus status) {
        throw new UnsupportedOperationException("Nothing is ever idle here.");
    }

    @Override
    public void emitLatencyMarker(LatencyMarker marker) {
        throw new UnsupportedOperationException("Latency is not measured here.");
    }

    @Override
    public void emitRecordAttributes(RecordAttributes attributes) {
        throw new UnsupportedOperationException("Backlog is not told here.");
    }

    @Override
    public void close() {}
}
