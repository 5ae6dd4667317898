/** What the measurements say, for a person and as JSON. */
package vn.takedown.benchmarks.report;
