/**
 * A seeded, made-up national stream of takedown requests, provider answers and crawl observations
 * in the contract's event format. {@link vn.takedown.stack.simulator.NationalStream} is the entry
 * point; {@code PublishedFigures} names the published figures that the lives are calibrated to. No
 * provider, request or target in it exists.
 */
package vn.takedown.stack.simulator;
