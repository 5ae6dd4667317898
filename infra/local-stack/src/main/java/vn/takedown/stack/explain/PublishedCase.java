package vn.takedown.stack.explain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What the job has published about a case.
 *
 * @param document the newest case document
 * @param transitions the transition log, by sequence
 * @param cutOff event time up to which the job has certainly come, milliseconds since the epoch
 */
record PublishedCase(JsonNode document, List<JsonNode> transitions, long cutOff) {}
