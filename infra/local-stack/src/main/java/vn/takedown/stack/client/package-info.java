/** The few calls of the servers' HTTP interfaces that the local stack needs. */
package vn.takedown.stack.client;
