/**
 * Runs the whole pipeline in one thread, on Flink's own operator harnesses: what would be threads,
 * networks and failures in a cluster is chosen by a seed here, so every run can be repeated.
 */
package vn.takedown.compliance.simulation;
