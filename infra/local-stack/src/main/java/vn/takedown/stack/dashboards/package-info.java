/** The dashboards as pages, drawn and measured by the programs in {@code dashboards/}. */
package vn.takedown.stack.dashboards;
