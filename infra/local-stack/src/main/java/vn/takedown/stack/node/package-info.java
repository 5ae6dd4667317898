/** Entry points of the child processes. Nothing else of the launcher runs in them. */
package vn.takedown.stack.node;
