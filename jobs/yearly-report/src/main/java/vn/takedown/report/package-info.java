/** The yearly assessment: {@link vn.takedown.report.YearlyReport} is the way in. */
package vn.takedown.report;
