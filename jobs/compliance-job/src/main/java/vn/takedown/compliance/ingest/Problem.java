package vn.takedown.compliance.ingest;

/**
 * A rule of the contract that a record breaks.
 *
 * @param detail the field and the rule, never a value
 */
record Problem(RejectionReason reason, String detail) {}
