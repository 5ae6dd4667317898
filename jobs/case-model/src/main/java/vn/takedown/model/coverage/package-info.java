/** How well the open cases of each provider are watched, hour by hour. */
package vn.takedown.model.coverage;
