package vn.takedown.report.figures;

/**
 * How well a provider was watched over the year.
 *
 * @param hours with open cases
 * @param weakHours of these, with less than 95 % of the open cases observed
 * @param meanCoverage mean of the hours' coverage, from 0 to 1; null when there was no such hour
 */
public record CoverageRow(long hours, long weakHours, Double meanCoverage) {}
