package vn.takedown.compliance.sink.elasticsearch;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;

/** Keeps counters by their dotted name. */
public final class RecordingMetricGroup extends UnregisteredMetricsGroup {

    private final String prefix;
    private final Map<String, Counter> counters;

    public RecordingMetricGroup() {
        this("", new HashMap<>());
    }

    private RecordingMetricGroup(String prefix, Map<String, Counter> counters) {
        this.prefix = prefix;
        this.counters = counters;
    }

    @Override
    public MetricGroup addGroup(String name) {
        return new RecordingMetricGroup(prefix + name + ".", counters);
    }

    @Override
    public Counter counter(String name) {
        return counters.computeIfAbsent(prefix + name, unused -> super.counter(name));
    }

    /** The counters that are not zero, without {@code superseded}, which depends on timing. */
    public Map<String, Long> nonZero() {
        Map<String, Long> values = new TreeMap<>();
        counters.forEach(
                (name, counter) -> {
                    if (counter.getCount() != 0 && !name.endsWith("superseded")) {
                        values.put(name, counter.getCount());
                    }
                });
        return values;
    }

    long value(String name) {
        return counters.get(name).getCount();
    }
}
