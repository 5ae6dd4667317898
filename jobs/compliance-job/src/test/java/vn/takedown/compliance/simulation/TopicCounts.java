package vn.takedown.compliance.simulation;

/** What became of the records of one topic; the rest of {@code read} was applied. */
record TopicCounts(long read, long heartbeats, long duplicates, long deadLetters) {}
