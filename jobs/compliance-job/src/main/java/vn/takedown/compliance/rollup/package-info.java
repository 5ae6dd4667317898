/** The figures of cohorts: one provider, or all, and one period. */
package vn.takedown.compliance.rollup;
