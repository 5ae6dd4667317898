package vn.takedown.stack.topic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import vn.takedown.stack.Pause;
import vn.takedown.stack.StackFailure;

/** Creates and deletes the eight topics of the contract's section 1. */
public final class TopicSetup {

    /** The largest record the contract's topics accept (section 6, item 1). */
    public static final int LARGEST_RECORD_BYTES = 4 * 1024 * 1024;

    /** Key, headers and framing of the largest record. */
    private static final int OVERHEAD_BYTES = 64 * 1024;

    private static final String DEAD_LETTERS = "takedown.dead-letters.v1";
    private static final List<String> OUTPUTS =
            List.of("takedown.alerts.v1", "takedown.case-transitions.v1", DEAD_LETTERS);
    private static final Duration DELETE_LIMIT = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(50);

    private final String bootstrapServers;

    public TopicSetup(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Creates all topics.
     *
     * @param partitions of the three event topics; the others have one
     */
    public void create(int partitions) {
        List<NewTopic> topics = new ArrayList<>();
        for (InputTopic topic : InputTopic.values()) {
            int count = topic.isCompacted() ? 1 : partitions;
            topics.add(topic(topic.topic(), count, LARGEST_RECORD_BYTES, topic.isCompacted()));
        }
        for (String output : OUTPUTS) {
            int largest =
                    output.equals(DEAD_LETTERS) ? 2 * LARGEST_RECORD_BYTES : LARGEST_RECORD_BYTES;
            topics.add(topic(output, 1, largest, false));
        }
        try (Admin admin = admin()) {
            admin.createTopics(topics).all().get();
        } catch (ExecutionException e) {
            throw new StackFailure("Creating the topics failed: " + e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted.", e);
        }
    }

    /** Deletes all topics of the contract and returns when Kafka has forgotten them. */
    public void delete() {
        long end = System.nanoTime() + DELETE_LIMIT.toNanos();
        try (Admin admin = admin()) {
            Set<String> present = admin.listTopics().names().get();
            admin.deleteTopics(ours(present)).all().get();
            while (!ours(admin.listTopics().names().get()).isEmpty()) {
                if (System.nanoTime() > end) {
                    throw new StackFailure("Kafka did not delete the topics in time.");
                }
                Pause.of(POLL);
            }
        } catch (ExecutionException e) {
            throw new StackFailure("Deleting the topics failed: " + e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted.", e);
        }
    }

    /** True when the broker answers. */
    public boolean answers() {
        try (Admin admin = admin()) {
            return !admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted.", e);
        }
    }

    private static List<String> ours(Set<String> names) {
        return names.stream().filter(name -> name.startsWith("takedown.")).toList();
    }

    private static NewTopic topic(String name, int partitions, int largest, boolean compacted) {
        Map<String, String> settings = new HashMap<>();
        settings.put(
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(largest + OVERHEAD_BYTES));
        settings.put(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                compacted ? TopicConfig.CLEANUP_POLICY_COMPACT : TopicConfig.CLEANUP_POLICY_DELETE);
        settings.put(TopicConfig.RETENTION_MS_CONFIG, "-1");
        // Records may carry the time of an event years ago: no segment is closed, and no record
        // refused, for its time.
        settings.put(TopicConfig.SEGMENT_MS_CONFIG, Long.toString(Long.MAX_VALUE));
        settings.put(
                TopicConfig.MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG, Long.toString(Long.MAX_VALUE));
        settings.put(
                TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG, Long.toString(Long.MAX_VALUE));
        return new NewTopic(name, partitions, (short) 1).configs(settings);
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }
}
