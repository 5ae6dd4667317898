/** The tables of the report, from the figures of a year. */
package vn.takedown.report.tables;
