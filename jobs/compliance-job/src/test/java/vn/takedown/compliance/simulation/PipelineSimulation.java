package vn.takedown.compliance.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.runtime.state.StateBackend;
import vn.takedown.compliance.config.TimeSettings;
import vn.takedown.compliance.source.RecordWatermarks;
import vn.takedown.model.oracle.World;

/**
 * A bounded run of the whole pipeline over a world. The seed decides how the records lie in the
 * topics, the parallelism, who works when, when checkpoints are taken and when the job fails.
 */
final class PipelineSimulation {

    static final Duration BOUND = Duration.ofSeconds(30);
    static final Duration LATENESS = Duration.ofHours(24);

    /** What is left at the end. */
    record Outcome(
            TopicContents topics,
            WrittenDocuments documents,
            Map<String, Long> counts,
            int restarts) {}

    /** Targets kept decoded: none but the one in use, next to none, all. */
    private static final int[] CACHES = {1, 2, 100, 100_000};

    private PipelineSimulation() {}

    /**
     * @param disorder how much later than younger ones events arrive: up to {@link #BOUND} in time,
     *     up to {@link #LATENESS} so that they are applied as restatements
     */
    static Outcome run(World world, Duration disorder, long seed, StateBackend backend)
            throws Exception {
        Random random = new Random(seed);
        TopicContents topics = TopicContents.of(world, disorder, random.nextLong());
        TimeSettings times =
                new TimeSettings(
                        BOUND,
                        LATENESS,
                        Duration.ofMinutes(1L << random.nextInt(9)),
                        null,
                        random.nextBoolean());
        WrittenDocuments documents = new WrittenDocuments();
        RecordWatermarks watermarks = new RecordWatermarks(BOUND, false);
        Checkpoint restored = null;
        // Late events may take more steps before a crash than after it. Versions make up for that
        // (WriteEntries), but the documents here carry none of a restart.
        int failures = disorder.compareTo(BOUND) <= 0 ? random.nextInt(4) : 0;
        for (int restarts = 0; ; restarts++) {
            List<Stage> stages =
                    CompliancePipelineStages.of(
                            times, CACHES[random.nextInt(CACHES.length)], documents::write);
            int records =
                    restarts == failures
                            ? Integer.MAX_VALUE
                            : 1 + random.nextInt(topics.size() + 1);
            try (Attempt attempt =
                    new Attempt(stages, topics, watermarks, documents, backend, restored, random)) {
                if (attempt.run(records)) {
                    return new Outcome(topics, documents, attempt.counts(), restarts);
                }
                restored = attempt.completed();
            }
            documents.lose();
        }
    }
}
