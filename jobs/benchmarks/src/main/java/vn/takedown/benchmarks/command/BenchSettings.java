package vn.takedown.benchmarks.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import vn.takedown.benchmarks.run.Variant;

/**
 * What to measure and how often.
 *
 * @param keys targets
 * @param warmUp observations that every process reads first, to be discarded
 * @param variants in the order in which they are run
 * @param leftOut those of them that cannot be run here, and what to do about it
 * @param output the JSON file
 */
record BenchSettings(
        long events,
        int keys,
        int runs,
        long warmUp,
        int parallelism,
        Duration refreshInterval,
        List<Variant> variants,
        Map<Variant, String> leftOut,
        Path output) {}
