/** What changed since an earlier report for the same year. */
package vn.takedown.report.restatement;
