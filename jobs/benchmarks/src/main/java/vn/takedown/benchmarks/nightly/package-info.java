/**
 * The nightly alternative to the job: all events are copied into PostgreSQL, and the cases worked
 * out in SQL, each time from the beginning.
 */
package vn.takedown.benchmarks.nightly;
