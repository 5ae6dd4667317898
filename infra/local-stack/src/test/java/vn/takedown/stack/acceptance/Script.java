package vn.takedown.stack.acceptance;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.takedown.stack.topic.InputTopic;

/** All events of a run, and all that must be said of them. */
final class Script {

    /** What is not to be seen anywhere, though events bring it along. */
    static final String ADDRESS = "https://forbidden.example/a-child";

    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** One record, to be sent when event time comes to {@code at}. */
    record Line(long at, InputTopic topic, byte[] value) {}

    private final long start;
    private final long unit;
    private final List<Line> lines = new ArrayList<>();
    private final List<ExpectedAlert> alerts = new ArrayList<>();
    private final Set<String> secrets = new TreeSet<>(Set.of(ADDRESS));
    private int events;

    /**
     * @param start event time of the beginning, milliseconds since the epoch
     * @param unit a hundredth of the span, milliseconds
     */
    Script(long start, long unit) {
        this.start = start;
        this.unit = unit;
    }

    /** The instant at so many hundredths of the span. */
    long at(double units) {
        return start + duration(units);
    }

    /** So many hundredths of the span, milliseconds. */
    long duration(double units) {
        return Math.round(units * unit);
    }

    /**
     * Adds an event.
     *
     * @param fields beside the common ones, without the outer braces
     */
    void event(InputTopic topic, long at, String fields) {
        String json =
                "{\"schema_version\":1,\"event_id\":\"e-%d\",\"occurred_at\":\"%s\",%s}"
                        .formatted(++events, instant(at), fields);
        lines.add(new Line(at, topic, json.getBytes(StandardCharsets.UTF_8)));
    }

    /** A made-up key of 64 hex digits that must not be seen in any alert. */
    String key(String of) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(of.getBytes(StandardCharsets.UTF_8));
            String key = HexFormat.of().formatHex(hash);
            secrets.add(key);
            return key;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    ExpectedAlert expect(ExpectedAlert alert) {
        alerts.add(alert);
        return alert;
    }

    static String instant(long at) {
        return INSTANT.format(Instant.ofEpochMilli(at));
    }

    /** In the order of event time. */
    List<Line> lines() {
        List<Line> sorted = new ArrayList<>(lines);
        sorted.sort(Comparator.comparingLong(Line::at));
        return sorted;
    }

    /** Those of which anything is said; an expectation without a step is that nothing is. */
    List<ExpectedAlert> alerts() {
        return alerts.stream().filter(alert -> !alert.steps().isEmpty()).toList();
    }

    Set<String> secrets() {
        return secrets;
    }
}
