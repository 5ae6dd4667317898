/** The figures of one year, computed from case documents. */
package vn.takedown.report.figures;
