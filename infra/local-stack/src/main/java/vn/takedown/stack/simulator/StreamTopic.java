package vn.takedown.stack.simulator;

import vn.takedown.model.event.Acknowledgement;
import vn.takedown.model.event.Heartbeat;
import vn.takedown.model.event.Observation;
import vn.takedown.model.event.RequestIssued;
import vn.takedown.model.event.RequestUpdated;
import vn.takedown.model.event.TakedownEvent;

/** The input topics (contract section 1) and their files in a replay folder (section 5). */
enum StreamTopic {
    PROVIDERS("takedown.providers.v1", "providers.jsonl"),
    POLICIES("takedown.policies.v1", "policies.jsonl"),
    REQUESTS("takedown.requests.v1", "requests.jsonl.gz"),
    ACKNOWLEDGEMENTS("takedown.acknowledgements.v1", "acknowledgements.jsonl.gz"),
    OBSERVATIONS("takedown.observations.v1", "observations.jsonl.gz");

    private final String topic;
    private final String file;

    StreamTopic(String topic, String file) {
        this.topic = topic;
        this.file = file;
    }

    String topic() {
        return topic;
    }

    String file() {
        return file;
    }

    static StreamTopic named(String topic) {
        for (StreamTopic candidate : values()) {
            if (candidate.topic.equals(topic)) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("no input topic: " + topic);
    }

    static StreamTopic of(TakedownEvent event) {
        if (event instanceof RequestIssued || event instanceof RequestUpdated) {
            return REQUESTS;
        }
        if (event instanceof Acknowledgement) {
            return ACKNOWLEDGEMENTS;
        }
        if (event instanceof Observation) {
            return OBSERVATIONS;
        }
        if (event instanceof Heartbeat) {
            throw new IllegalArgumentException("a heartbeat belongs to every topic");
        }
        throw new IllegalArgumentException("no input topic: " + event);
    }
}
