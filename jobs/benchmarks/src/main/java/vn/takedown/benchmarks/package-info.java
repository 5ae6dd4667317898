/** Measures speed and scale; nothing of it is deployed. */
package vn.takedown.benchmarks;
