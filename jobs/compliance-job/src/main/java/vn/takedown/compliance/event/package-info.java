/** How events travel between the job's operators. */
package vn.takedown.compliance.event;
