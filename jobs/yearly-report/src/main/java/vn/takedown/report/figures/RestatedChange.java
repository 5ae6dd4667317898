package vn.takedown.report.figures;

/**
 * A change by which a late event put right what an earlier document said.
 *
 * @param at event time, milliseconds since the epoch
 * @param cause what kind of event came late
 */
public record RestatedChange(String caseId, String providerId, long at, String cause) {}
