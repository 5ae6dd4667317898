/** Real servers as child processes: where they lie, how they start, how they end. */
package vn.takedown.stack.server;
