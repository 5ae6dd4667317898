package vn.takedown.stack.topic;

import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import vn.takedown.stack.StackFailure;

/**
 * Lets time go on when nothing happens: regularly sends to every partition of the event topics that
 * nothing earlier than a while ago will follow (contract section 1). They are records like all
 * others, so a replay sees the same time pass.
 */
public final class Heartbeats implements AutoCloseable {

    /** Unless told otherwise: as much disorder as the job puts right. */
    public static final Duration LAG = Duration.ofSeconds(30);

    /** Unless told otherwise. */
    public static final Duration INTERVAL = Duration.ofSeconds(1);

    private final TopicWriter writer;
    private final Duration lag;
    private final InstantSource clock = InstantSource.system();
    private final Map<InputTopic, Integer> partitions = new EnumMap<>(InputTopic.class);
    private final ScheduledExecutorService executor =
            Executors.newSingleThreadScheduledExecutor(Heartbeats::thread);
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();

    private Heartbeats(TopicWriter writer, Duration lag) {
        this.writer = writer;
        this.lag = lag;
        for (InputTopic topic : InputTopic.EVENTS) {
            partitions.put(topic, writer.partitions(topic));
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "heartbeats");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Starts sending.
     *
     * @param lag how old an event may be when its record arrives: others write to the partitions
     *     too, and a heartbeat must not break their word
     */
    public static Heartbeats start(String bootstrapServers, Duration interval, Duration lag) {
        Heartbeats heartbeats = new Heartbeats(new TopicWriter(bootstrapServers), lag);
        heartbeats.executor.scheduleAtFixedRate(
                heartbeats::send, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
        return heartbeats;
    }

    private void send() {
        try {
            long at = clock.millis() - lag.toMillis();
            partitions.forEach(
                    (topic, count) -> {
                        for (int partition = 0; partition < count; partition++) {
                            writer.heartbeat(
                                    topic, partition, "heartbeat-" + partition + "-" + at, at);
                        }
                    });
            writer.flush();
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
            throw e;
        }
    }

    /**
     * @throws StackFailure when Kafka has refused one; none has been sent since then
     */
    public void requireAlive() {
        RuntimeException refused = failure.get();
        if (refused != null) {
            throw new StackFailure("No heartbeats any more: " + refused.getMessage(), refused);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
        try {
            executor.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        writer.close();
    }
}
