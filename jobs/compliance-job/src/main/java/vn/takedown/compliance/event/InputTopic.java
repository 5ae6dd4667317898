package vn.takedown.compliance.event;

import vn.takedown.compliance.ingest.Topics;

/** The input topics. Kept as ordinals: a new one goes to the end. */
public enum InputTopic {
    REQUESTS(Topics.REQUESTS),
    ACKNOWLEDGEMENTS(Topics.ACKNOWLEDGEMENTS),
    OBSERVATIONS(Topics.OBSERVATIONS),
    PROVIDERS(Topics.PROVIDERS),
    POLICIES(Topics.POLICIES);

    private static final InputTopic[] ALL = values();

    private final String topicName;

    InputTopic(String topicName) {
        this.topicName = topicName;
    }

    /** The name in Kafka. */
    public String topicName() {
        return topicName;
    }

    /** Whether it holds providers or policies: reference data without a time of its own. */
    public boolean isReference() {
        return this == PROVIDERS || this == POLICIES;
    }

    /**
     * @throws IllegalArgumentException when it is no input topic
     */
    public static InputTopic named(String topicName) {
        for (InputTopic topic : ALL) {
            if (topic.topicName.equals(topicName)) {
                return topic;
            }
        }
        throw new IllegalArgumentException("Not an input topic: " + topicName);
    }
}
