/** {@code infra/takedown bench}. */
package vn.takedown.benchmarks.command;
