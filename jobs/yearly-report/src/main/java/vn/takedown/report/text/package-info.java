/** Words, numbers and dates in the language of the report. */
package vn.takedown.report.text;
