package vn.takedown.benchmarks.workload;

/**
 * What the topics hold.
 *
 * @param records all of them, heartbeats and reference data included
 * @param averageBytes of their values
 * @param latest greatest event time of the workload, milliseconds since the epoch
 */
public record LoadedRecords(long records, long averageBytes, long latest) {}
