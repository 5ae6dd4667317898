package vn.takedown.benchmarks.run;

/**
 * One measurement of the sink, as it is handed to the process that does it.
 *
 * @param address where the documents go
 * @param documents to write
 * @param warmUp documents written first, which do not count
 * @param folder for checkpoints and temporary files; absolute
 */
public record SinkRequest(
        SinkVariant variant, String address, long documents, long warmUp, String folder) {}
