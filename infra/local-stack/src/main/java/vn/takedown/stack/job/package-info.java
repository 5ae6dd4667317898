/** The compliance job on the local stack: started, watched, started again after a crash. */
package vn.takedown.stack.job;
