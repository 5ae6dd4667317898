package vn.takedown.benchmarks.worker;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import vn.takedown.benchmarks.run.CheckpointFigures;
import vn.takedown.benchmarks.run.RunResult;

/**
 * When records were read and how much came out. One for the process: Flink and Kafka Streams make
 * their functions themselves, and all of them run here.
 */
public final class Meter {

    private static final AtomicLong FIRST = new AtomicLong();
    private static final AtomicLong LAST = new AtomicLong();
    private static final LongAdder READ = new LongAdder();
    private static final LongAdder DOCUMENTS = new LongAdder();

    private Meter() {}

    static void reset() {
        FIRST.set(0);
        LAST.set(0);
        READ.reset();
        DOCUMENTS.reset();
    }

    /** The first record of a thread is here. */
    public static void begin() {
        FIRST.compareAndSet(0, System.nanoTime());
    }

    /** So many more have been read. */
    public static void read(long records) {
        READ.add(records);
        LAST.set(System.nanoTime());
    }

    /** What has been read has come to where it was to be brought. */
    public static void readingEnds() {
        LAST.set(System.nanoTime());
    }

    /** One more has been written. */
    public static void document() {
        DOCUMENTS.increment();
    }

    /** Records read so far. */
    public static long records() {
        return READ.sum();
    }

    /** Documents written so far. */
    public static long documents() {
        return DOCUMENTS.sum();
    }

    /** Begins to measure. */
    public static Reading reading() {
        return new Reading(Usage.now());
    }

    /** The start of a measurement. */
    public static final class Reading {

        private final Usage before;

        private Reading(Usage before) {
            this.before = before;
        }

        /** What has been measured up to now. */
        public RunResult result(CheckpointFigures checkpoints) {
            return result(System.nanoTime(), checkpoints);
        }

        RunResult result(long endNanos, CheckpointFigures checkpoints) {
            Usage used = Usage.now().since(before);
            return new RunResult(
                    records(),
                    secondsUntil(endNanos),
                    secondsUntil(LAST.get()),
                    documents(),
                    used.cpuSeconds(),
                    used.gcSeconds(),
                    Usage.heapAfterCollection(),
                    checkpoints);
        }
    }

    private static double secondsUntil(long nanos) {
        return FIRST.get() == 0 ? 0 : (nanos - FIRST.get()) / 1e9;
    }
}
