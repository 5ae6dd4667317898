package vn.takedown.compliance.source;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.TimestampAssignerSupplier;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import vn.takedown.compliance.ingest.ParseResult;
import vn.takedown.model.event.TakedownEvent;

/**
 * One watermark per partition, at its {@link PartitionFloor}; time follows the slowest partition.
 */
public final class EventWatermarks implements WatermarkStrategy<InputRecord> {

    private static final long serialVersionUID = 1L;

    private final long bound;

    public EventWatermarks(Duration bound) {
        this.bound = bound.toMillis();
    }

    @Override
    public WatermarkGenerator<InputRecord> createWatermarkGenerator(
            WatermarkGeneratorSupplier.Context context) {
        return new Generator(bound);
    }

    @Override
    public TimestampAssigner<InputRecord> createTimestampAssigner(
            TimestampAssignerSupplier.Context context) {
        return (input, recordTimestamp) ->
                input.parsed instanceof ParseResult.Parsed<?> accepted
                                && accepted.value() instanceof TakedownEvent event
                        ? event.occurredAt()
                        : recordTimestamp;
    }

    private static final class Generator implements WatermarkGenerator<InputRecord> {

        private final PartitionFloor floor;

        Generator(long bound) {
            floor = new PartitionFloor(bound);
        }

        @Override
        public void onEvent(InputRecord input, long timestamp, WatermarkOutput output) {
            floor.raise(input.parsed);
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            if (floor.instant() != Long.MIN_VALUE) {
                output.emitWatermark(new Watermark(floor.instant() - 1));
            }
        }
    }
}
