package vn.takedown.stack.topic;

import java.util.List;

/** The topics the job reads, in the order in which a replay fills them (contract section 5). */
public enum InputTopic {
    PROVIDERS("providers"),
    POLICIES("policies"),
    REQUESTS("requests"),
    ACKNOWLEDGEMENTS("acknowledgements"),
    OBSERVATIONS("observations");

    /** Those whose events move time. */
    public static final List<InputTopic> EVENTS = List.of(REQUESTS, ACKNOWLEDGEMENTS, OBSERVATIONS);

    private final String title;

    InputTopic(String title) {
        this.title = title;
    }

    /** Name of the file in a replay folder, without ending. */
    public String title() {
        return title;
    }

    /** Name of the topic. */
    public String topic() {
        return "takedown." + title + ".v1";
    }

    /**
     * The input topic of that name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static InputTopic named(String topic) {
        for (InputTopic candidate : values()) {
            if (candidate.topic().equals(topic)) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("no input topic: " + topic);
    }

    /** True for the topics of which Kafka keeps the newest record per key. */
    public boolean isCompacted() {
        return this == PROVIDERS || this == POLICIES;
    }
}
