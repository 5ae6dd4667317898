package vn.takedown.compliance.rollup;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.util.Collector;
import vn.takedown.compliance.config.TimeSettings;
import vn.takedown.compliance.document.CoverageDocument;
import vn.takedown.compliance.source.ReferenceUpdate;
import vn.takedown.compliance.tracking.CutOff;
import vn.takedown.model.coverage.CoverageChange;
import vn.takedown.model.coverage.CoverageEncoding;
import vn.takedown.model.coverage.HourTally;
import vn.takedown.model.coverage.ProviderCoverage;

/**
 * Adds up what was counted of each provider's hours and shows it. An hour leaves the state when no
 * late event can change it any more. Keyed by {@code provider_id}.
 */
public final class RollUpCoverage
        extends KeyedBroadcastProcessFunction<
                String, CoverageChange, ReferenceUpdate, CoverageDocument> {

    public static final String UID = "roll-up-coverage";

    private static final long serialVersionUID = 1L;
    private static final long END_OF_INPUT = Watermark.MAX_WATERMARK.getTimestamp();

    private final long lag;
    private final long pace;
    private final long allowedLateness;

    /** As {@link CoverageEncoding} writes it. */
    private transient ValueState<byte[]> state;

    /** The timer that is set; null when none is. */
    private transient ValueState<Long> timer;

    /**
     * @param times of which {@link TimeSettings#coverageLag} is by how much counts may come later
     *     than the watermark, and in a live job after which they are shown
     */
    public RollUpCoverage(TimeSettings times) {
        lag = times.coverageLag().toMillis();
        allowedLateness = times.allowedLateness().toMillis();
        // Nobody watches a replay of the past: an hour is then shown when it is nearly final.
        pace = Math.max(1, times.refreshedAtEnd() ? Math.max(lag, allowedLateness) : lag);
    }

    @Override
    public void open(OpenContext context) {
        state =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "coverage",
                                        PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        timer = getRuntimeContext().getState(new ValueStateDescriptor<>("timer", Types.LONG));
    }

    @Override
    public void processBroadcastElement(
            ReferenceUpdate update, Context context, Collector<CoverageDocument> output)
            throws Exception {
        if (update.kind() == ReferenceUpdate.Kind.HEARTBEAT) {
            CutOff.raise(context.getBroadcastState(CutOff.STATE), update.at());
        }
    }

    @Override
    public void processElement(
            CoverageChange change, ReadOnlyContext context, Collector<CoverageDocument> output)
            throws Exception {
        ProviderCoverage coverage = read();
        coverage.add(change);
        write(coverage);
        if (timer.value() == null) {
            long now = Math.max(context.currentWatermark(), change.latestHour());
            showAt(now + pace, context);
        }
    }

    private void showAt(long instant, ReadOnlyContext context) throws Exception {
        context.timerService().registerEventTimeTimer(instant);
        timer.update(instant);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<CoverageDocument> output)
            throws Exception {
        timer.clear();
        ProviderCoverage coverage = read();
        long watermark = context.currentWatermark();
        if (watermark == END_OF_INPUT) {
            long cutOff = CutOff.of(context.getBroadcastState(CutOff.STATE));
            show(coverage, Math.max(cutOff, coverage.latest()), 0, context, output);
        } else {
            show(coverage, watermark, lag, context, output);
            coverage.forget(watermark - lag - allowedLateness - HourTally.HOUR);
            if (!coverage.isAtRest()) {
                showAt(watermark + pace, context);
            }
        }
        write(coverage);
    }

    /**
     * @param unknown milliseconds before now in which something may be missing yet
     */
    private static void show(
            ProviderCoverage coverage,
            long now,
            long unknown,
            OnTimerContext context,
            Collector<CoverageDocument> output) {
        String providerId = context.getCurrentKey();
        coverage.show(
                HourTally.hourOf(now - unknown),
                hour -> output.collect(new CoverageDocument(providerId, hour, now)));
    }

    private ProviderCoverage read() throws Exception {
        byte[] bytes = state.value();
        return bytes == null
                ? new ProviderCoverage()
                : CoverageEncoding.readCoverage(new DataInputDeserializer(bytes));
    }

    private void write(ProviderCoverage coverage) throws Exception {
        DataOutputSerializer bytes = new DataOutputSerializer(256);
        CoverageEncoding.write(coverage, bytes);
        state.update(bytes.getCopyOfBuffer());
    }
}
