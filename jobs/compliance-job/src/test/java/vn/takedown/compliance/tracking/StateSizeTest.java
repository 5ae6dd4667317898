package vn.takedown.compliance.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.CompactRangeOptions;
import org.rocksdb.CompactRangeOptions.BottommostLevelCompaction;
import org.rocksdb.RocksDB;
import vn.takedown.compliance.config.TimeSettings;
import vn.takedown.compliance.document.CaseDocument;
import vn.takedown.compliance.event.EventEnvelope;
import vn.takedown.compliance.event.InputTopic;
import vn.takedown.compliance.event.Lateness;
import vn.takedown.compliance.event.ProviderKey;
import vn.takedown.compliance.event.RecordOrigin;
import vn.takedown.compliance.source.ReferenceUpdate;
import vn.takedown.model.event.Action;
import vn.takedown.model.event.Category;
import vn.takedown.model.event.ControlStatus;
import vn.takedown.model.event.Observation;
import vn.takedown.model.event.ObservationStatus;
import vn.takedown.model.event.RequestIssued;
import vn.takedown.model.event.RequestSource;
import vn.takedown.model.event.TakedownEvent;
import vn.takedown.model.event.Urgency;
import vn.takedown.model.event.Vantage;

/**
 * How many bytes a case takes in RocksDB after a compaction, keys, timers and what is kept for late
 * events included.
 */
@SuppressWarnings("try") // harnesses declare that closing may throw anything
class StateSizeTest {

    private static final int CASES = 10_000;
    private static final int MOST_PER_OPEN_CASE = 300;
    private static final int MOST_PER_CLOSED_CASE = 160;
    private static final long START = Instant.parse("2026-03-01T00:00:00Z").toEpochMilli();

    private KeyedTwoInputStreamOperatorTestHarness<
                    ProviderKey, EventEnvelope, ReferenceUpdate, CaseDocument>
            operator;

    @BeforeEach
    void start() throws Exception {
        TimeSettings times =
                new TimeSettings(
                        TimeSettings.DEFAULT.watermarkBound(),
                        TimeSettings.DEFAULT.allowedLateness(),
                        TimeSettings.DEFAULT.refreshInterval(),
                        Duration.ofDays(365),
                        false);
        operator =
                new KeyedTwoInputStreamOperatorTestHarness<>(
                        new TrackCases(times, CASES),
                        EventEnvelope::target,
                        null,
                        ProviderKey.TYPE,
                        128,
                        1,
                        0);
        operator.setStateBackend(new EmbeddedRocksDBStateBackend(true));
        operator.open();
    }

    @AfterEach
    void stop() throws Exception {
        operator.close();
    }

    @Test
    void anOpenCaseTakesAtMost300Bytes() throws Exception {
        issueAll();
        watermark(hours(2));
        watermark(hours(24 * 4));
        assertBytesPerCase("open case", MOST_PER_OPEN_CASE);
    }

    @Test
    void anOpenCaseJustSeenTakesAtMost300Bytes() throws Exception {
        issueAll();
        watermark(hours(2));
        assertBytesPerCase("open case just seen", MOST_PER_OPEN_CASE);
    }

    @Test
    void aClosedCaseTakesAtMost160Bytes() throws Exception {
        issueAll();
        for (int hour = 97; hour <= 105; hour += 4) {
            for (int number = 0; number < CASES; number++) {
                arrive(InputTopic.OBSERVATIONS, seen(number, hour, ObservationStatus.DOWN_HARD));
            }
        }
        watermark(hours(106));
        watermark(hours(24 * 14));
        assertBytesPerCase("closed case", MOST_PER_CLOSED_CASE);
    }

    private void issueAll() throws Exception {
        for (int number = 0; number < CASES; number++) {
            arrive(InputTopic.REQUESTS, issued(number));
            arrive(InputTopic.OBSERVATIONS, seen(number, 1, ObservationStatus.UP));
        }
    }

    private void assertBytesPerCase(String kind, long most) throws Exception {
        operator.prepareSnapshotPreBarrier(1);
        long bytes = compactedBytes() / CASES;
        System.out.printf(Locale.ROOT, "Bytes of state in RocksDB per %s: %d%n", kind, bytes);
        assertThat(bytes).isLessThanOrEqualTo(most);
    }

    /** The size of the files with data. Flink gives no access to its RocksDB. */
    private long compactedBytes() throws Exception {
        Object backend = ((TrackCases) operator.getOperator()).<ProviderKey>getKeyedStateBackend();
        RocksDB database = (RocksDB) field(backend, "db");
        // Files on the lowest level would else be left as they are, with what was deleted in them.
        try (CompactRangeOptions all =
                new CompactRangeOptions()
                        .setBottommostLevelCompaction(BottommostLevelCompaction.kForce)) {
            long bytes = 0;
            for (Object state : ((Map<?, ?>) field(backend, "kvStateInformation")).values()) {
                ColumnFamilyHandle family = (ColumnFamilyHandle) field(state, "columnFamilyHandle");
                database.compactRange(family, null, null, all);
                bytes += database.getLongProperty(family, "rocksdb.live-sst-files-size");
            }
            return bytes;
        }
    }

    private static Object field(Object owner, String name) throws Exception {
        Field field = owner.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field.get(owner);
    }

    private void watermark(long instant) throws Exception {
        operator.processBothWatermarks(new Watermark(instant));
    }

    private static long hours(long hours) {
        return START + Duration.ofHours(hours).toMillis();
    }

    private void arrive(InputTopic topic, TakedownEvent event) throws Exception {
        operator.processElement1(
                new EventEnvelope(event, new RecordOrigin(topic, 0, 0), Lateness.IN_TIME, null),
                event.occurredAt());
    }

    private static RequestIssued issued(int number) throws Exception {
        return new RequestIssued(
                "issued-" + number,
                hours(0) + number,
                "request-" + number / 5,
                String.valueOf(number % 5),
                "provider-" + number % 40,
                hash("target-" + number),
                Action.REMOVE,
                Category.CSAM,
                Urgency.STANDARD,
                "authority-" + number % 3,
                RequestSource.HOTLINE_111,
                number % 2 == 0 ? hash("content-" + number) : null,
                null,
                null);
    }

    private static Observation seen(int number, int hour, ObservationStatus status)
            throws Exception {
        return new Observation(
                "seen-" + hour + "-" + number,
                hours(hour) + number,
                "provider-" + number % 40,
                hash("target-" + number),
                status,
                new Vantage("vantage-" + hour % 3, "VN", 64500),
                ControlStatus.UNKNOWN,
                null,
                null);
    }

    private static String hash(String text) throws Exception {
        return HexFormat.of()
                .formatHex(
                        MessageDigest.getInstance("SHA-256")
                                .digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
