package vn.takedown.stack.replay;

import java.util.Map;
import vn.takedown.stack.topic.InputTopic;

/**
 * What a replay has put into the topics.
 *
 * @param lines input lines per topic
 * @param closingHeartbeats records that the launcher added per event topic, not counted as input
 */
record LoadedInput(Map<InputTopic, Long> lines, int closingHeartbeats) {

    long lines(InputTopic topic) {
        return lines.get(topic);
    }

    long closing(InputTopic topic) {
        return InputTopic.EVENTS.contains(topic) ? closingHeartbeats : 0;
    }

    /** Records in all topics, closing heartbeats included. */
    long records() {
        long sum = 0;
        for (InputTopic topic : InputTopic.values()) {
            sum += lines(topic) + closing(topic);
        }
        return sum;
    }
}
