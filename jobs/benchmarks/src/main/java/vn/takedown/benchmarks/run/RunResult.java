package vn.takedown.benchmarks.run;

/**
 * What one measurement gave.
 *
 * @param records read
 * @param seconds from the first record read to the end
 * @param readingSeconds from the first record read to the last; what follows is the end of the
 *     input, which a live job never sees
 * @param documents written, 0 where nobody counts them
 * @param cpuSeconds of the process
 * @param gcSeconds of the process
 * @param heapBytes in use after the last collection
 * @param checkpoints null where there are none
 */
public record RunResult(
        long records,
        double seconds,
        double readingSeconds,
        long documents,
        double cpuSeconds,
        double gcSeconds,
        long heapBytes,
        CheckpointFigures checkpoints) {

    /** The same with another number of documents. */
    public RunResult withDocuments(long written) {
        return new RunResult(
                records,
                seconds,
                readingSeconds,
                written,
                cpuSeconds,
                gcSeconds,
                heapBytes,
                checkpoints);
    }

    /** Records per second. */
    public double perSecond() {
        return records / seconds;
    }
}
