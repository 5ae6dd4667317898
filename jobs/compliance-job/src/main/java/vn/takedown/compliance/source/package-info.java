/** From Kafka records to events: parsing, watermarks, lateness and dead letters. */
package vn.takedown.compliance.source;
