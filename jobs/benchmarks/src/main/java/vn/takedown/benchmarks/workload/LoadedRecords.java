package vn.takedown.benchmarks.workload;

/**
 * What the topics hold.
 *
 * @param records all of them, heartbeats and reference data included
 * @param averageBytes of their values
 */
public record LoadedRecords(long records, long averageBytes) {}
