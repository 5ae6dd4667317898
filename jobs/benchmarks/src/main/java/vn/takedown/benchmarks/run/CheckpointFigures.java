package vn.takedown.benchmarks.run;

/**
 * The checkpoints of one run.
 *
 * @param completed how many
 * @param failed how many
 * @param stateBytes all that the last one refers to; null when none was completed
 * @param writtenBytes what the last one added
 * @param medianMillis from trigger to end
 * @param longestMillis from trigger to end
 */
public record CheckpointFigures(
        long completed,
        long failed,
        Long stateBytes,
        Long writtenBytes,
        Double medianMillis,
        Long longestMillis) {}
