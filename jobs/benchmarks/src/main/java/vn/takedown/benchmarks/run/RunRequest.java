package vn.takedown.benchmarks.run;

/**
 * One measurement, as it is handed to the process that does it.
 *
 * @param kafka {@code host:port}
 * @param elasticsearch base address
 * @param records that the topics hold
 * @param warmUp observations read first, to be discarded; 0 for none
 * @param folder for state, checkpoints and temporary files; absolute
 * @param refreshInterval of the job, ISO-8601
 */
public record RunRequest(
        Variant variant,
        String kafka,
        String elasticsearch,
        long records,
        long warmUp,
        int parallelism,
        String folder,
        String refreshInterval) {}
