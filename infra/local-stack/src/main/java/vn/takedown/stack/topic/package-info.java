/** The Kafka topics of the contract: their names, their settings, and records on the way in. */
package vn.takedown.stack.topic;
