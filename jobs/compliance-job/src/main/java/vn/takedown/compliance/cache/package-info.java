/** Decoded values in front of keyed state. */
package vn.takedown.compliance.cache;
