/** The pieces of the job that run for every record, one by one, with JMH. */
package vn.takedown.benchmarks.micro;
