/** Tells the history of one case from its events and from the transition log, in words. */
package vn.takedown.stack.explain;
