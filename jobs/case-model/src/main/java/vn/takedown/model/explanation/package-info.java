/**
 * Why a case has the figures it has: what the case machine made of every event, as facts without
 * words. Nothing here judges anything; all of it is asked of the machine.
 */
package vn.takedown.model.explanation;
