/** Exactly-once counts of what became of every record. */
package vn.takedown.compliance.accounting;
