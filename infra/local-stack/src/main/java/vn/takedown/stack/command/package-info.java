/** The command line: {@code infra/takedown} (contract section 5). */
package vn.takedown.stack.command;
