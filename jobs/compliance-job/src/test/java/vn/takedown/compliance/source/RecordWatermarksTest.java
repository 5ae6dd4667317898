package vn.takedown.compliance.source;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.takedown.compliance.event.Envelopes.hour;
import static vn.takedown.compliance.event.Envelopes.seen;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.util.clock.ManualClock;
import org.apache.flink.util.clock.RelativeClock;
import org.junit.jupiter.api.Test;
import vn.takedown.compliance.event.InputTopic;
import vn.takedown.model.event.Heartbeat;
import vn.takedown.model.event.ObservationStatus;

class RecordWatermarksTest {

    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final String PROVIDER =
            """
            {"provider_id":"p","name":"P","type":"ISP","jurisdiction":"DOMESTIC","country":"VN",
             "asns":[]}
            """;

    private final ManualClock clock = new ManualClock();
    private final List<String> told = new ArrayList<>();

    @Test
    void timeFollowsTheNewestEventAtTheDistanceOfTheBound() {
        WatermarkGenerator<InputRecord> generator = generator(false);
        read(generator, up(2));
        read(generator, up(1));

        assertThat(told).containsExactly(at(hour(2) - BOUND.toMillis() - 1));
    }

    @Test
    void aHeartbeatMovesTimeToItself() {
        WatermarkGenerator<InputRecord> generator = generator(false);
        read(generator, InputRecords.of(InputTopic.REQUESTS, 0, 0, new Heartbeat("id", hour(2))));

        assertThat(told).containsExactly(at(hour(2) - 1));
    }

    @Test
    void aRejectedRecordDoesNotMoveTime() {
        WatermarkGenerator<InputRecord> generator = generator(false);
        read(generator, InputRecords.of(InputTopic.REQUESTS, 0, 0, "{"));

        assertThat(told).isEmpty();
    }

    @Test
    void referenceDataHoldsTimeBackToItsEndInABoundedRun() {
        WatermarkGenerator<InputRecord> generator = generator(false);
        read(generator, provider());
        clock.advanceTime(Duration.ofDays(1));
        generator.onPeriodicEmit(output());

        assertThat(told).isEmpty();
    }

    @Test
    void referenceDataHoldsTimeBackAlsoAfterAHeartbeatAmongIt() {
        WatermarkGenerator<InputRecord> generator = generator(false);
        read(generator, InputRecords.of(InputTopic.PROVIDERS, 0, 0, new Heartbeat("id", hour(2))));

        assertThat(told).isEmpty();
    }

    @Test
    void referenceDataCountsAsReadInALiveJobWhenNothingHasComeForFiveSeconds() {
        WatermarkGenerator<InputRecord> generator = generator(true);
        read(generator, provider());
        clock.advanceTime(Duration.ofSeconds(5));
        generator.onPeriodicEmit(output());
        assertThat(told).containsExactly("active");

        clock.advanceTime(Duration.ofMillis(1));
        generator.onPeriodicEmit(output());
        assertThat(told).containsExactly("active", "idle");
    }

    @Test
    void newReferenceDataHoldsTimeBackAgain() {
        WatermarkGenerator<InputRecord> generator = generator(true);
        read(generator, provider());
        clock.advanceTime(Duration.ofSeconds(6));
        read(generator, provider());

        assertThat(told).containsExactly("active", "active");
    }

    @Test
    void aPartitionOfEventsIsNotIdleBecauseOfReferenceData() {
        WatermarkGenerator<InputRecord> generator = generator(true);
        clock.advanceTime(Duration.ofDays(1));
        generator.onPeriodicEmit(output());

        assertThat(told).isEmpty();
    }

    @Test
    void theTimestampOfARecordIsTheTimeOfItsEvent() {
        var timestamps = new RecordWatermarks(BOUND, false).createTimestampAssigner(null);

        assertThat(timestamps.extractTimestamp(up(2), 5)).isEqualTo(hour(2));
        assertThat(timestamps.extractTimestamp(provider(), 5)).isEqualTo(5);
    }

    private void read(WatermarkGenerator<InputRecord> generator, InputRecord input) {
        generator.onEvent(input, input.timestamp, output());
        generator.onPeriodicEmit(output());
    }

    private static InputRecord up(double hours) {
        return InputRecords.of(
                InputTopic.OBSERVATIONS, 0, 0, seen("id", hours, ObservationStatus.UP).event());
    }

    private static InputRecord provider() {
        return InputRecords.of(InputTopic.PROVIDERS, 0, 0, PROVIDER);
    }

    private WatermarkGenerator<InputRecord> generator(boolean live) {
        return new RecordWatermarks(BOUND, live)
                .createWatermarkGenerator(
                        new WatermarkGeneratorSupplier.Context() {
                            @Override
                            public MetricGroup getMetricGroup() {
                                throw new UnsupportedOperationException("Nothing is measured.");
                            }

                            @Override
                            public RelativeClock getInputActivityClock() {
                                return clock;
                            }
                        });
    }

    private static String at(long watermark) {
        return "at " + watermark;
    }

    private WatermarkOutput output() {
        return new WatermarkOutput() {
            @Override
            public void emitWatermark(Watermark watermark) {
                String now = at(watermark.getTimestamp());
                if (told.isEmpty() || !told.get(told.size() - 1).equals(now)) {
                    told.add(now);
                }
            }

            @Override
            public void markIdle() {
                told.add("idle");
            }

            @Override
            public void markActive() {
                told.add("active");
            }
        };
    }
}
