/** The figures over many cases: a provider's cohort of one period (contract section 4). */
package vn.takedown.model.cohort;
