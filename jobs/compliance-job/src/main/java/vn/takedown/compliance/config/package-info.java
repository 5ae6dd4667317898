/** What can be set from outside; read once, checked before anything starts. */
package vn.takedown.compliance.config;
