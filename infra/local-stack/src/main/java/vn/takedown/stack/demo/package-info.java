/** A simulated national stream, followed live. */
package vn.takedown.stack.demo;
