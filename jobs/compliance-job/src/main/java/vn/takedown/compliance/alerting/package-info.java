/** Who must be told: alerts about cases and providers. */
package vn.takedown.compliance.alerting;
