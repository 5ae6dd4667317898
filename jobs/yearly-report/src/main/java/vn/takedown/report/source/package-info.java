/** Where documents come from: Elasticsearch or a folder. */
package vn.takedown.report.source;
