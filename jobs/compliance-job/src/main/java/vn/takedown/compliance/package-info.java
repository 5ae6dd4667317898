/** The compliance job: from Kafka topics to documents in Elasticsearch. */
package vn.takedown.compliance;
