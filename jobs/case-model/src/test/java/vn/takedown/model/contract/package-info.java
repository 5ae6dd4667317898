/**
 * The contract's sentences as small stories whose figures are worked out by hand. Each is told
 * twice: to the oracle and to the production machine. {@code jobs/case-model/README.md} lists which
 * sentence is told where.
 */
package vn.takedown.model.contract;
