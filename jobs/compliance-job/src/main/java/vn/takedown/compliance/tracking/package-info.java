/** Follows every case: deduplication, order, deadlines. */
package vn.takedown.compliance.tracking;
