package vn.takedown.compliance.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.api.common.accumulators.Accumulator;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractBroadcastStreamOperatorTestHarness;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.TwoInputStreamOperatorTestHarness;
import org.apache.flink.util.InstantiationUtil;

/**
 * One parallel instance of an operator with its input channels. Watermarks are the least of those
 * of an input's channels; barriers are aligned.
 */
final class Subtask implements AutoCloseable {

    private final Stage stage;
    private final int index;
    private final Outlet<?> outlet;
    private final AbstractStreamOperatorTestHarness<?> harness;
    private final List<Channel> channels = new ArrayList<>();
    private final long[] watermarks = {Long.MIN_VALUE, Long.MIN_VALUE};

    private Subtask(
            Stage stage,
            int index,
            Outlet<?> outlet,
            AbstractStreamOperatorTestHarness<?> harness) {
        this.stage = stage;
        this.index = index;
        this.outlet = outlet;
        this.harness = harness;
    }

    /**
     * @param restored null for an empty start
     */
    static Subtask start(
            Stage stage, int parallelism, int index, StateBackend backend, Checkpoint restored)
            throws Exception {
        AbstractStreamOperatorTestHarness<?> harness = stage.harness().create(parallelism, index);
        return start(stage, parallelism, index, backend, restored, harness);
    }

    private static <T> Subtask start(
            Stage stage,
            int parallelism,
            int index,
            StateBackend backend,
            Checkpoint restored,
            AbstractStreamOperatorTestHarness<T> harness)
            throws Exception {
        Outlet<T> outlet = new Outlet<>(stage, index, parallelism);
        harness.setStateBackend(backend);
        harness.setOutputCreator(serializer -> outlet);
        harness.getExecutionConfig().enableObjectReuse();
        harness.setup();
        if (restored != null) {
            harness.initializeState(restored.stateOf(stage, parallelism, index));
        }
        harness.open();
        return new Subtask(stage, index, outlet, harness);
    }

    Stage stage() {
        return stage;
    }

    Outlet<?> outlet() {
        return outlet;
    }

    void listenTo(Outlet<?> sender) {
        channels.addAll(sender.connect(stage, index));
    }

    boolean isReady() {
        return channels.stream().anyMatch(Channel::isReady);
    }

    boolean isDrained() {
        return channels.stream().allMatch(Channel::isEmpty);
    }

    /**
     * Takes one element from any channel.
     *
     * @return its state when that completes a barrier, else null
     */
    OperatorSubtaskState step(Random random) throws Exception {
        List<Channel> ready = channels.stream().filter(Channel::isReady).toList();
        Channel channel = ready.get(random.nextInt(ready.size()));
        Element element = channel.take();
        if (element instanceof Element.Item item) {
            Object value =
                    InstantiationUtil.deserializeFromByteArray(channel.serializer(), item.bytes());
            process(
                    channel.input(),
                    item.timestamp() == Long.MIN_VALUE
                            ? new StreamRecord<>(value)
                            : new StreamRecord<>(value, item.timestamp()));
        } else if (element instanceof Element.Mark mark) {
            channel.watermark(Math.max(channel.watermark(), mark.watermark()));
            advance(channel.input());
        } else if (element instanceof Element.Barrier barrier) {
            channel.block(true);
            if (channels.stream().allMatch(Channel::isBlocked)) {
                channels.forEach(aligned -> aligned.block(false));
                return snapshot(barrier.checkpoint());
            }
        }
        return null;
    }

    private void advance(int input) throws Exception {
        long least =
                channels.stream()
                        .filter(channel -> channel.input() == input)
                        .mapToLong(Channel::watermark)
                        .min()
                        .orElseThrow();
        if (least > watermarks[input]) {
            watermarks[input] = least;
            watermark(input, least);
        }
    }

    @SuppressWarnings("unchecked")
    void process(int input, StreamRecord<Object> record) throws Exception {
        if (harness instanceof OneInputStreamOperatorTestHarness<?, ?> one) {
            ((OneInputStreamOperatorTestHarness<Object, ?>) one).processElement(record);
        } else if (harness instanceof TwoInputStreamOperatorTestHarness<?, ?, ?> two) {
            if (input == 0) {
                ((TwoInputStreamOperatorTestHarness<Object, ?, ?>) two).processElement1(record);
            } else {
                ((TwoInputStreamOperatorTestHarness<?, Object, ?>) two).processElement2(record);
            }
        } else if (harness instanceof AbstractBroadcastStreamOperatorTestHarness<?, ?, ?> two) {
            if (input == 0) {
                ((AbstractBroadcastStreamOperatorTestHarness<Object, ?, ?>) two)
                        .processElement(record);
            } else {
                ((AbstractBroadcastStreamOperatorTestHarness<?, Object, ?>) two)
                        .processBroadcastElement(record);
            }
        }
    }

    void watermark(int input, long instant) throws Exception {
        if (harness instanceof OneInputStreamOperatorTestHarness<?, ?> one) {
            one.processWatermark(instant);
        } else if (harness instanceof TwoInputStreamOperatorTestHarness<?, ?, ?> two) {
            if (input == 0) {
                two.processWatermark1(new Watermark(instant));
            } else {
                two.processWatermark2(new Watermark(instant));
            }
        } else if (harness instanceof AbstractBroadcastStreamOperatorTestHarness<?, ?, ?> two) {
            if (input == 0) {
                two.processWatermark(instant);
            } else {
                two.processBroadcastWatermark(instant);
            }
        }
    }

    /** Takes part in a checkpoint and passes the barrier on. */
    OperatorSubtaskState snapshot(long checkpoint) throws Exception {
        harness.prepareSnapshotPreBarrier(checkpoint);
        OperatorSubtaskState state = harness.snapshot(checkpoint, checkpoint);
        outlet.broadcast(new Element.Barrier(checkpoint));
        return state;
    }

    /** Adds what this subtask has counted. */
    void addCounts(Map<String, Long> sums) {
        Map<String, Accumulator<?, ?>> accumulators =
                harness.getEnvironment().getAccumulatorRegistry().getUserMap();
        accumulators.forEach(
                (name, counter) -> sums.merge(name, (Long) counter.getLocalValue(), Long::sum));
    }

    @Override
    public void close() {
        try {
            harness.close();
        } catch (Exception failure) {
            throw new IllegalStateException(stage.name() + " could not be closed.", failure);
        }
    }
}
