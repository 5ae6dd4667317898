package vn.takedown.stack.replay;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.takedown.stack.job.JobSnapshot;
import vn.takedown.stack.topic.InputTopic;

/**
 * What became of the records of one topic (contract section 5).
 *
 * @param lines input lines
 * @param closing heartbeats that the launcher added
 * @param read records that the job has read, closing heartbeats included
 * @param duplicates repeated event ids
 * @param heartbeats of the input and closing ones
 * @param deadLetters rejected records by reason
 * @param ignored applied records that changed nothing, by reason
 */
record TopicAccount(
        InputTopic topic,
        long lines,
        long closing,
        long read,
        long duplicates,
        long heartbeats,
        SortedMap<String, Long> deadLetters,
        SortedMap<String, Long> ignored) {

    static TopicAccount of(InputTopic topic, LoadedInput input, JobSnapshot job) {
        String prefix = "records." + topic.topic() + ".";
        return new TopicAccount(
                topic,
                input.lines(topic),
                input.closing(topic),
                job.read(topic),
                job.counter(prefix + "duplicate"),
                job.counter(prefix + "heartbeat"),
                byReason(job, prefix + "dead_letter."),
                byReason(job, prefix + "ignored."));
    }

    private static SortedMap<String, Long> byReason(JobSnapshot job, String prefix) {
        SortedMap<String, Long> counts = new TreeMap<>();
        for (Map.Entry<String, Long> counter : job.counters().entrySet()) {
            if (counter.getKey().startsWith(prefix) && counter.getValue() != 0) {
                counts.put(counter.getKey().substring(prefix.length()), counter.getValue());
            }
        }
        return counts;
    }

    /** Heartbeats of the input. */
    long ownHeartbeats() {
        return heartbeats - closing;
    }

    long rejected() {
        return deadLetters.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Valid records that are no repetition. */
    long applied() {
        return read - heartbeats - duplicates - rejected();
    }

    /** True when every line is applied, a duplicate, a dead letter or a heartbeat, and no more. */
    boolean addsUp() {
        return read == lines + closing
                && ownHeartbeats() >= 0
                && applied() >= 0
                && applied() + duplicates + rejected() + ownHeartbeats() == lines;
    }
}
