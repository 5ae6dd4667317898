/** Checks files of policies and explains which one a request falls under, and its deadline. */
package vn.takedown.stack.policy;
