package vn.takedown.compliance.accounting;

import java.util.stream.Stream;
import vn.takedown.compliance.event.InputTopic;
import vn.takedown.compliance.ingest.RejectionReason;
import vn.takedown.model.cases.Application;
import vn.takedown.model.cases.Verdict;

/**
 * The names of the counts, one place for the job and for those who read them. For every input
 * topic: {@code read = applied + heartbeats + duplicates + dead letters}; what is ignored is a part
 * of what is applied.
 */
public final class RecordCounts {

    public static final String CASES_ISSUED = "cases.issued";

    /** Cases whose clock is not stopped for good: neither removed, withdrawn nor excluded. */
    public static final String CASES_OPEN = "cases.open";

    // Counted for every record, so the names are made once.
    private static final String[] READ = names("read");
    private static final String[] HEARTBEAT = names("heartbeat");
    private static final String[] DUPLICATE = names("duplicate");
    private static final String[] LATE = names("late");

    private RecordCounts() {}

    private static String[] names(String count) {
        return Stream.of(InputTopic.values())
                .map(topic -> prefix(topic) + count)
                .toArray(String[]::new);
    }

    public static String read(InputTopic topic) {
        return READ[topic.ordinal()];
    }

    public static String heartbeat(InputTopic topic) {
        return HEARTBEAT[topic.ordinal()];
    }

    public static String duplicate(InputTopic topic) {
        return DUPLICATE[topic.ordinal()];
    }

    public static String deadLetter(InputTopic topic, RejectionReason reason) {
        return prefix(topic) + "dead_letter." + reason;
    }

    /** Applied although they came later than the watermark bound: a part of what is applied. */
    public static String late(InputTopic topic) {
        return LATE[topic.ordinal()];
    }

    /**
     * @param reason one of the {@code IGNORED_} values
     */
    public static String ignored(InputTopic topic, Application reason) {
        return prefix(topic) + "ignored." + reason.name().substring("IGNORED_".length());
    }

    public static String cases(Verdict verdict) {
        return "cases.verdict." + verdict;
    }

    private static String prefix(InputTopic topic) {
        return "records." + topic.topicName() + ".";
    }
}
