package vn.takedown.stack.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import vn.takedown.stack.job.JobSnapshot;
import vn.takedown.stack.topic.InputTopic;

/**
 * What became of every input record.
 *
 * @param topics all input topics
 */
record Accounting(List<TopicAccount> topics) {

    private static final String ROW = "%-17s %10s %10s %11s %13s %11s %9s";

    static Accounting of(LoadedInput input, JobSnapshot job) {
        List<TopicAccount> topics = new ArrayList<>();
        for (InputTopic topic : InputTopic.values()) {
            topics.add(TopicAccount.of(topic, input, job));
        }
        return new Accounting(topics);
    }

    boolean addsUp() {
        return topics.stream().allMatch(TopicAccount::addsUp);
    }

    long rejected() {
        return topics.stream().mapToLong(TopicAccount::rejected).sum();
    }

    /** Lines for a person. */
    List<String> report() {
        List<String> lines = new ArrayList<>();
        lines.add(
                row(
                        "topic",
                        "records",
                        "applied",
                        "duplicates",
                        "dead letters",
                        "heartbeats",
                        "ignored"));
        for (TopicAccount account : topics) {
            lines.add(
                    row(
                            account.topic().title(),
                            number(account.lines()),
                            number(account.applied()),
                            number(account.duplicates()),
                            number(account.rejected()),
                            number(account.ownHeartbeats()),
                            number(sum(account.ignored()))));
        }
        for (TopicAccount account : topics) {
            addReasons(lines, account.topic(), "dead letters", account.deadLetters());
            addReasons(lines, account.topic(), "applied but ignored", account.ignored());
        }
        for (TopicAccount account : topics) {
            if (!account.addsUp()) {
                lines.add(
                        String.format(
                                Locale.ROOT,
                                "%s do not add up: %,d lines and %,d closing heartbeats, but %,d"
                                        + " records were read.",
                                account.topic().title(),
                                account.lines(),
                                account.closing(),
                                account.read()));
            }
        }
        return lines;
    }

    private static void addReasons(
            List<String> lines, InputTopic topic, String what, SortedMap<String, Long> counts) {
        if (!counts.isEmpty()) {
            lines.add(
                    topic.title()
                            + ", "
                            + what
                            + ": "
                            + counts.entrySet().stream()
                                    .map(Accounting::reason)
                                    .collect(Collectors.joining(", ")));
        }
    }

    private static String reason(Map.Entry<String, Long> count) {
        return count.getKey() + " " + number(count.getValue());
    }

    private static long sum(SortedMap<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, ROW, cells);
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
