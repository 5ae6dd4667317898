/**
 * When an alert fires and when it is over (contract section 4, alert fields, and section 6, items
 * 16 and 17). Pure Java: time and facts come in, alerts go out.
 */
package vn.takedown.model.alerting;
