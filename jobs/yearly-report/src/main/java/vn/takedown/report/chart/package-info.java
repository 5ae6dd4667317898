/** Charts as SVG, readable without colour. */
package vn.takedown.report.chart;
