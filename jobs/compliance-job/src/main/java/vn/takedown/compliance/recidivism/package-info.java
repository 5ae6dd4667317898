/** Content seen before at the same provider. */
package vn.takedown.compliance.recidivism;
