/** The reference data of the contract's section 1: who is under duty, and which clock runs. */
package vn.takedown.model.reference;
