/** Kafka, Elasticsearch and Flink on one machine, and the command line that runs them. */
package vn.takedown.stack;
