/** What runs inside the process of one measurement. */
package vn.takedown.benchmarks.worker;
