/** Made-up records of the size and mix that a crawler with a quarter-hourly cadence gives. */
package vn.takedown.benchmarks.workload;
