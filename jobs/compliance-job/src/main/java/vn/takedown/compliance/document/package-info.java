/** The documents of the contract's section 4 and how they are written as JSON. */
package vn.takedown.compliance.document;
