package vn.takedown.compliance.source;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.TimestampAssignerSupplier;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.util.clock.RelativeClock;
import vn.takedown.compliance.event.InputTopic;
import vn.takedown.compliance.ingest.ParseResult;
import vn.takedown.model.event.TakedownEvent;

/**
 * One watermark per partition, at its {@link PartitionFloor}; time follows the slowest partition.
 */
public final class RecordWatermarks implements WatermarkStrategy<InputRecord> {

    private static final long serialVersionUID = 1L;

    /** Providers and policies count as read when nothing more has come for so long. */
    private static final Duration REFERENCE_READ = Duration.ofSeconds(5);

    private final long bound;
    private final boolean live;

    /**
     * @param bound how much disorder is put right
     * @param live whether reference data never ends, so that its idleness must do
     */
    public RecordWatermarks(Duration bound, boolean live) {
        this.bound = bound.toMillis();
        this.live = live;
    }

    @Override
    public WatermarkGenerator<InputRecord> createWatermarkGenerator(
            WatermarkGeneratorSupplier.Context context) {
        return new Generator(bound, live ? context.getInputActivityClock() : null);
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

        private static final InputTopic[] TOPICS = InputTopic.values();

        private final PartitionFloor floor;

        /** Null in a bounded run. */
        private final RelativeClock clock;

        private boolean reference;
        private long lastRead;

        Generator(long bound, RelativeClock clock) {
            this.floor = new PartitionFloor(bound);
            this.clock = clock;
        }

        @Override
        public void onEvent(InputRecord input, long timestamp, WatermarkOutput output) {
            if (TOPICS[input.topic].isReference()) {
                reference = true;
                if (clock != null) {
                    lastRead = clock.relativeTimeNanos();
                    output.markActive();
                }
            } else {
                floor.raise(input.parsed);
            }
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            if (floor.instant() != Long.MIN_VALUE) {
                output.emitWatermark(new Watermark(floor.instant() - 1));
            } else if (reference
                    && clock != null
                    && clock.relativeTimeNanos() - lastRead > REFERENCE_READ.toNanos()) {
                output.markIdle();
            }
        }
    }
}
