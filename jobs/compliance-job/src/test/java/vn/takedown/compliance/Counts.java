package vn.takedown.compliance;

import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;

/** What operators have counted. */
public final class Counts {

    private Counts() {}

    /** The counts that are not zero, by name. */
    public static Map<String, Long> of(AbstractStreamOperatorTestHarness<?> operator) {
        Map<String, Long> counts = new TreeMap<>();
        operator.getEnvironment()
                .getAccumulatorRegistry()
                .getUserMap()
                .forEach(
                        (name, counter) -> {
                            long count = (Long) counter.getLocalValue();
                            if (count != 0) {
                                counts.put(name, count);
                            }
                        });
        return counts;
    }
}
