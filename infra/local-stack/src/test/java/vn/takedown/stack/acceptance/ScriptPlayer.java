package vn.takedown.stack.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import vn.takedown.stack.Pause;
import vn.takedown.stack.topic.TopicWriter;

/**
 * Sends each line when its time has come, up to 20 s of event time late, every twentieth twice, and
 * heartbeats between them that lag by the job's bound, as those of {@code infra/takedown heartbeat}
 * do. Goes on whatever happens to the job.
 */
final class ScriptPlayer implements AutoCloseable {

    static final int PARTITIONS = 2;

    private static final long DISORDER = Duration.ofSeconds(20).toMillis();
    private static final long LAG = Duration.ofSeconds(30).toMillis();
    private static final Duration BEAT = Duration.ofMillis(100);
    private static final Duration TICK = Duration.ofMillis(10);

    private record Delivery(long at, Script.Line line) {}

    private final ExecutorService executor = Executors.newSingleThreadExecutor();
    private final TopicWriter writer;
    private final SimulatedTime time;
    private final List<Delivery> deliveries = new ArrayList<>();

    ScriptPlayer(TopicWriter writer, SimulatedTime time, Script script) {
        this.writer = writer;
        this.time = time;
        Random random = new Random(830);
        int count = 0;
        for (Script.Line line : script.lines()) {
            deliveries.add(new Delivery(line.at() + random.nextLong(DISORDER), line));
            if (++count % 20 == 0) {
                deliveries.add(new Delivery(line.at() + random.nextLong(DISORDER), line));
            }
        }
        deliveries.sort(Comparator.comparingLong(Delivery::at));
    }

    /** Plays up to the last event and lets time pass to {@code end}. */
    Future<?> play(long end) {
        return executor.submit(() -> run(end));
    }

    private void run(long end) {
        int next = 0;
        long beat = Long.MIN_VALUE;
        while (true) {
            long wall = System.currentTimeMillis();
            long now = time.at(wall);
            while (next < deliveries.size() && deliveries.get(next).at() <= now) {
                Script.Line line = deliveries.get(next++).line();
                writer.send(line.topic(), line.value());
            }
            if (now >= end + LAG) {
                writer.close(end, PARTITIONS);
                writer.flush();
                return;
            }
            if (wall >= beat) {
                writer.close(now - LAG, PARTITIONS);
                beat = wall + BEAT.toMillis();
            }
            Pause.of(TICK);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
