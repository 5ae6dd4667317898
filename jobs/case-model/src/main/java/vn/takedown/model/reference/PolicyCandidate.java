package vn.takedown.model.reference;

/** One version of a policy as seen by one request. */
public record PolicyCandidate(Policy policy, PolicyStanding standing) {}
