/**
 * The contract's figures once more, for tests: written from its prose, slow and plain, over the
 * whole list of events at once. It shares nothing with the production code but the records of
 * {@code vn.takedown.model.event} and {@code vn.takedown.model.reference}.
 *
 * <p>{@link vn.takedown.model.oracle.BatchOracle} gives the documents, {@link
 * vn.takedown.model.oracle.Scenarios} random inputs for it.
 */
package vn.takedown.model.oracle;
