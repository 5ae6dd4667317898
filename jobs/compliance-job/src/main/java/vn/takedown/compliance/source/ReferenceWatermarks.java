package vn.takedown.compliance.source;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import vn.takedown.compliance.config.RunMode;

/**
 * Reference data has no time of its own, but time waits until it has been read: to its end in a
 * bounded run, until nothing more comes for a while in a live one.
 */
public final class ReferenceWatermarks {

    private static final Duration READ = Duration.ofSeconds(5);

    private ReferenceWatermarks() {}

    public static WatermarkStrategy<InputRecord> of(RunMode mode) {
        WatermarkStrategy<InputRecord> none = WatermarkStrategy.noWatermarks();
        return mode == RunMode.LIVE ? none.withIdleness(READ) : none;
    }
}
