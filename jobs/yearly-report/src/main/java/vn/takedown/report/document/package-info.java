/** What the report says, section by section, in no file format. */
package vn.takedown.report.document;
