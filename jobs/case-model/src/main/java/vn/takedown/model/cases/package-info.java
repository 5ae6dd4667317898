/**
 * The case machine: how the events of one target become the figures of its cases. Pure Java; each
 * rule of the contract's sections 2, 3 and 6 stands in exactly one place here.
 */
package vn.takedown.model.cases;
