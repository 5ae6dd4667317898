package vn.takedown.compliance.sink.alertmanager;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** Counts alerts by what became of the request that held them. */
final class PostCounters {

    private final Map<Answer, Counter> answers = new EnumMap<>(Answer.class);
    private final Counter displaced;

    PostCounters(MetricGroup metrics) {
        MetricGroup group = metrics.addGroup("alertmanager");
        for (Answer answer : Answer.values()) {
            answers.put(answer, group.counter(answer.name().toLowerCase(Locale.ROOT)));
        }
        displaced = group.counter("displaced");
    }

    void count(Answer answer, int alerts) {
        answers.get(answer).inc(alerts);
    }

    void countDisplaced(int alerts) {
        displaced.inc(alerts);
    }
}
