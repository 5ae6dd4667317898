package vn.takedown.stack.topic;

import java.util.OptionalLong;

/** Tells the event time of records, by the rules of the job. */
public interface EventTimes {

    /**
     * Event time in milliseconds since the epoch; empty for a record that becomes a dead letter and
     * for records of topics that do not move time.
     */
    OptionalLong of(InputTopic topic, byte[] value);
}
