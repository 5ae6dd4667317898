/** What a person sees while the stack works. */
package vn.takedown.stack.terminal;
