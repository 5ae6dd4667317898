/** Tables of typed cells, and what of them may be published. */
package vn.takedown.report.table;
