package vn.takedown.stack.replay;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import vn.takedown.stack.terminal.Progress;
import vn.takedown.stack.topic.EventTimes;
import vn.takedown.stack.topic.InputTopic;
import vn.takedown.stack.topic.TopicWriter;

/**
 * Puts the files of a replay into the topics, then closes every partition with a heartbeat at
 * {@code T}, the greatest event time of the input (contract sections 3 and 6, item 5).
 */
final class InputLoader {

    private static final int SHOW_EVERY = 10_000;

    private final TopicWriter writer;
    private final EventTimes eventTimes;
    private final Progress progress;
    private long latest = Long.MIN_VALUE;

    InputLoader(TopicWriter writer, EventTimes eventTimes, Progress progress) {
        this.writer = writer;
        this.eventTimes = eventTimes;
        this.progress = progress;
    }

    /**
     * @param partitions of every event topic
     */
    LoadedInput load(InputFolder input, int partitions) throws IOException {
        Map<InputTopic, Long> lines = new EnumMap<>(InputTopic.class);
        for (InputTopic topic : InputTopic.values()) {
            lines.put(topic, load(input, topic));
        }
        boolean hasTime = latest != Long.MIN_VALUE;
        if (hasTime) {
            writer.close(latest, partitions);
        }
        writer.flush();
        return new LoadedInput(lines, hasTime ? partitions : 0);
    }

    private long load(InputFolder input, InputTopic topic) throws IOException {
        try (RecordLines lines = input.lines(topic)) {
            byte[] line = lines.next();
            while (line != null) {
                OptionalLong occurredAt = eventTimes.of(topic, line);
                if (occurredAt.isPresent()) {
                    latest = Math.max(latest, occurredAt.getAsLong());
                }
                writer.send(topic, line);
                if (lines.count() % SHOW_EVERY == 0) {
                    progress.update("Loading " + topic.title() + ": " + lines.count() + " records");
                }
                line = lines.next();
            }
            return lines.count();
        }
    }
}
