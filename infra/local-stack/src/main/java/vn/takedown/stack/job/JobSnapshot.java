package vn.takedown.stack.job;

import java.util.Map;
import java.util.OptionalLong;
import vn.takedown.stack.topic.InputTopic;

/**
 * What is known of a job at one moment.
 *
 * @param state Flink's word, for example {@code RUNNING}
 * @param counters the job's accumulators
 * @param watermark lowest one of the job, milliseconds since the epoch; empty when there is none
 */
public record JobSnapshot(String state, Map<String, Long> counters, OptionalLong watermark) {

    /** A counter's value, 0 when the job has not counted it yet. */
    public long counter(String name) {
        return counters.getOrDefault(name, 0L);
    }

    /** Records read from a topic. */
    public long read(InputTopic topic) {
        return counter("records." + topic.topic() + ".read");
    }

    /** Records read from all topics. */
    public long read() {
        long sum = 0;
        for (InputTopic topic : InputTopic.values()) {
            sum += read(topic);
        }
        return sum;
    }
}
