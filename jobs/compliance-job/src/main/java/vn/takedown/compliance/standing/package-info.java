/** How each provider stands now, and among the others. */
package vn.takedown.compliance.standing;
