/** Measurements: what to run, in processes of their own, one after the other. */
package vn.takedown.benchmarks.run;
