package vn.takedown.benchmarks.micro;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Statistics;
import vn.takedown.stack.StackFailure;

/** Runs all of them and notes nanoseconds for one operation. */
public final class MicroRun {

    private static final int WARM_UPS = 3;
    private static final TimeValue ITERATION = TimeValue.seconds(1);

    private MicroRun() {}

    /**
     * @param iterations that count, of one second each
     * @param json gets {@code micro_<name>_ns} with {@code _min} and {@code _max}
     */
    public static void run(int iterations, ObjectNode json) {
        try {
            for (RunResult result :
                    new Runner(
                                    new OptionsBuilder()
                                            .include(MicroRun.class.getPackageName())
                                            .warmupIterations(WARM_UPS)
                                            .warmupTime(ITERATION)
                                            .measurementIterations(iterations)
                                            .measurementTime(ITERATION)
                                            .forks(1)
                                            // Not those of the launcher, which compiles little.
                                            .jvmArgs("-Xms1g", "-Xmx1g", "-XX:+UseParallelGC")
                                            .shouldFailOnError(true)
                                            .build())
                            .run()) {
                note(result.getPrimaryResult(), json);
            }
        } catch (RunnerException e) {
            throw new StackFailure("A micro-benchmark failed: " + e.getMessage(), e);
        }
    }

    private static void note(Result<?> result, ObjectNode json) {
        Statistics statistics = result.getStatistics();
        String name =
                "micro_"
                        + result.getLabel().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT)
                        + "_ns";
        json.put(name, statistics.getPercentile(50));
        json.put(name + "_min", statistics.getMin());
        json.put(name + "_max", statistics.getMax());
    }
}
