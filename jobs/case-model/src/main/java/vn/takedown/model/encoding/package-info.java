/** The primitives of which all state encodings are made. */
package vn.takedown.model.encoding;
