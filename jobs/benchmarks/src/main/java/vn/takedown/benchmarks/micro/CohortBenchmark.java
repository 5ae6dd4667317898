package vn.takedown.benchmarks.micro;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;
import vn.takedown.model.cohort.CountedValues;
import vn.takedown.model.cohort.KaplanMeier;

/** The median of a cohort of ten thousand cases, a third of them still open. */
public class CohortBenchmark extends MicroBenchmark {

    private static final int CASES = 10_000;
    private static final int OPEN_OF = 3;
    private static final long LONGEST_MILLIS = Duration.ofDays(30).toMillis();

    private final TreeMap<Long, Integer> removed = new TreeMap<>();
    private final TreeMap<Long, Integer> open = new TreeMap<>();
    private CountedValues removals;
    private CountedValues censored;

    @Setup
    public void prepare() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < CASES; i++) {
            long millis = random.nextLong(LONGEST_MILLIS);
            (i % OPEN_OF == 0 ? open : removed).merge(millis, 1, Integer::sum);
        }
        removals = CountedValues.of(removed);
        censored = CountedValues.of(open);
    }

    @Benchmark
    public Object countedValues() {
        return CountedValues.of(removed);
    }

    @Benchmark
    public Object kaplanMeierMedian() {
        return KaplanMeier.quantile(removals, censored, 0.5);
    }
}
