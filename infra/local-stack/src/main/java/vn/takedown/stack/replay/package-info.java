/** A folder of events in, a folder of documents out (contract section 5). */
package vn.takedown.stack.replay;
