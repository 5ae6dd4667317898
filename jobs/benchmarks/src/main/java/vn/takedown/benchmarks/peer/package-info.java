/**
 * The peer to beat: cases followed by a Kafka Streams application of ordinary good style. It shares
 * the parsers, the case machine and the packed form of a target with the job, so that only the
 * engines and what is built around them differ. It does less than the job: no restatements of late
 * events, no recidivism, no roll-ups.
 */
package vn.takedown.benchmarks.peer;
