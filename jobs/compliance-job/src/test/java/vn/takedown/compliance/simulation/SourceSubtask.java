package vn.takedown.compliance.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkOutputMultiplexer;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import vn.takedown.compliance.source.InputRecord;
import vn.takedown.compliance.source.RecordReaders;
import vn.takedown.compliance.source.RecordWatermarks;

/**
 * One subtask of the source with the first operator chained to it. Reads its partitions in a random
 * order, each to its end, and combines their watermarks as Flink does.
 */
final class SourceSubtask {

    private final Subtask chained;
    private final TopicContents topics;
    private final Map<Partition, Integer> next = new HashMap<>();
    private final Map<Partition, WatermarkGenerator<InputRecord>> generators =
            new LinkedHashMap<>();
    private final List<Partition> open = new ArrayList<>();
    private final WatermarkOutputMultiplexer multiplexer =
            new WatermarkOutputMultiplexer(new Combined());
    private final RecordReaders readers = new RecordReaders();
    private final TimestampAssigner<InputRecord> timestamps;
    private long watermark = Long.MIN_VALUE;
    private long emitted = Long.MIN_VALUE;
    private boolean finished;
    private int recordsRead;

    /**
     * @param offsets where to go on in each partition
     * @param watermarks of a bounded run, which need no clock
     */
    SourceSubtask(
            Subtask chained,
            TopicContents topics,
            Map<Partition, Integer> offsets,
            RecordWatermarks watermarks) {
        this.chained = chained;
        this.topics = topics;
        this.timestamps = watermarks.createTimestampAssigner(null);
        for (Map.Entry<Partition, Integer> entry : offsets.entrySet()) {
            next.put(entry.getKey(), entry.getValue());
            open.add(entry.getKey());
            generators.put(entry.getKey(), watermarks.createWatermarkGenerator(null));
            multiplexer.registerNewOutput(entry.getKey().toString());
        }
    }

    Subtask chained() {
        return chained;
    }

    int recordsRead() {
        return recordsRead;
    }

    boolean isFinished() {
        return finished;
    }

    /** Reads a record, lets time be told, or ends a partition that has been read. */
    void step(Random random) throws Exception {
        if (open.isEmpty()) {
            finished = true;
            emit(Watermark.MAX_WATERMARK.getTimestamp());
            return;
        }
        Partition partition = choose(random);
        int offset = next.get(partition);
        if (random.nextInt(4) == 0) {
            generators.forEach(
                    (of, generator) ->
                            generator.onPeriodicEmit(multiplexer.getDeferredOutput(of.toString())));
            multiplexer.onPeriodicEmit();
        } else if (offset == topics.size(partition)) {
            open.remove(partition);
            generators.remove(partition);
            multiplexer.unregisterOutput(partition.toString());
        } else {
            read(partition, offset);
        }
        emit(watermark);
    }

    /** Any partition; but not always, or time would stand still until nearly all is read. */
    private Partition choose(Random random) {
        if (random.nextInt(8) == 0) {
            return open.get(random.nextInt(open.size()));
        }
        return open.stream().min(Comparator.comparingLong(this::time)).orElseThrow();
    }

    private long time(Partition partition) {
        if (partition.topic().isReference()) {
            // Time waits for its end.
            return Long.MIN_VALUE;
        }
        int offset = next.get(partition);
        return offset == topics.size(partition) ? Long.MAX_VALUE : topics.time(partition, offset);
    }

    private void read(Partition partition, int offset) throws Exception {
        InputRecord input = topics.read(partition, offset, readers);
        long timestamp = timestamps.extractTimestamp(input, input.timestamp);
        chained.process(0, new StreamRecord<>(input, timestamp));
        generators
                .get(partition)
                .onEvent(input, timestamp, multiplexer.getImmediateOutput(partition.toString()));
        next.put(partition, offset + 1);
        recordsRead++;
    }

    private void emit(long instant) throws Exception {
        if (instant > emitted) {
            emitted = instant;
            chained.watermark(0, instant);
        }
    }

    OperatorSubtaskState snapshot(Checkpoint checkpoint) throws Exception {
        next.forEach(checkpoint::reached);
        return chained.snapshot(checkpoint.id());
    }

    private final class Combined implements WatermarkOutput {
        @Override
        public void emitWatermark(Watermark combined) {
            watermark = Math.max(watermark, combined.getTimestamp());
        }

        @Override
        public void markIdle() {
            throw new UnsupportedOperationException("Nothing is ever idle in a bounded run.");
        }

        @Override
        public void markActive() {}
    }
}
