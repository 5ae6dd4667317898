/** What the job writes back to Kafka. */
package vn.takedown.compliance.sink.kafka;
