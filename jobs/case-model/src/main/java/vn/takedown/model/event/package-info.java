/**
 * The events of the contract's section 1: what authorities ask, what providers answer, what
 * crawlers and probes see. All instants are milliseconds since 1970-01-01T00:00:00Z.
 */
package vn.takedown.model.event;
