package vn.takedown.compliance.simulation;

import vn.takedown.compliance.event.InputTopic;

/** One partition of an input topic. */
record Partition(InputTopic topic, int number) {}
