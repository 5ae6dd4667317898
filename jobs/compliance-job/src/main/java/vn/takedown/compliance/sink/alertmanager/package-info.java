/** Keeps Alertmanager in step with the alerts, through its API v2. */
package vn.takedown.compliance.sink.alertmanager;
