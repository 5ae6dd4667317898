package vn.takedown.benchmarks.run;

/**
 * A live job, as it is handed to the process that runs it.
 *
 * @param variant {@link Variant#JOB_COUNTING} or {@link Variant#JOB_ELASTICSEARCH}
 * @param kafka {@code host:port}
 * @param elasticsearch base address
 * @param folder for state, checkpoints and temporary files; absolute
 * @param refreshInterval of the job, ISO-8601
 */
public record LiveRequest(
        Variant variant,
        String kafka,
        String elasticsearch,
        int parallelism,
        String folder,
        String refreshInterval) {}
